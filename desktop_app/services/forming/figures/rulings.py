"""规定: what the rules in force for the unit ask, in the words of a letter; what nobody has confirmed stays open."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.printing.official_numbers import in_chinese
from desktop_app.rules.deadlines import MONTHS, WORKING_DAYS, Period
from desktop_app.rules.parameters import Parameter, Rulebook

_SIGNED = {
    "通过后": "草案通过后，由双方首席代表签字。",
    "表决前": "提交表决前，由双方首席代表在草案上签字，通过后即为正式文本。",
}
_FROM = {"签字": "双方首席代表签字", "书面告知": "收到审议通过情况的书面告知"}


def rulings(book: Rulebook) -> dict[str, str | None]:
    """What each name of 规定 says for the unit of a rulebook; None where no confirmed rule says anything."""
    return {label: say(book[parameter]) for label, (parameter, say) in _SAID.items()}


def _within(parameter: Parameter) -> str | None:
    """20日内, 10个工作日内."""
    said = _long(parameter)
    return f"{said}内" if said else None


def _long(parameter: Parameter) -> str | None:
    period = parameter.period
    return _counted(period) if period else None


def _counted(period: Period) -> str:
    return f"{period.amount}{'个' if period.unit in (WORKING_DAYS, MONTHS) else ''}{period.unit}"


def _soon(parameter: Parameter) -> str | None:
    """A rule that names no days says 及时 (集体合同规定 art. 48, level L2)."""
    if parameter.value is None and parameter.is_confirmed:
        return "及时"
    return _within(parameter)


def _share(parameter: Parameter) -> str | None:
    """2/3 as 三分之二."""
    share = parameter.share
    return f"{in_chinese(share.denominator)}分之{in_chinese(share.numerator)}" if share else None


def _copies(parameter: Parameter) -> str | None:
    return None if parameter.value is None else f"一式{in_chinese(int(parameter.value))}份"


def _word(parameter: Parameter) -> str | None:
    return parameter.value or None


_SAID: Mapping[str, tuple[str, Callable[[Parameter], str | None]]] = {
    "答复期限": ("reply", _within),
    "空缺期限": ("vacancy", _within),
    "出席比例": ("quorum", _share),
    "赞成比例": ("majority", _word),
    "签字程序": ("signing", lambda parameter: _SIGNED.get(parameter.value)),
    "报送起算": ("filing_from", lambda parameter: _FROM.get(parameter.value)),
    "报送期限": ("filing", _within),
    "报送份数": ("filing_copies", _copies),
    "审查期限": ("review", _within),
    "公布期限": ("publication", _soon),
    "续订期限": ("renewal", _within),
    "协调期限": ("mediation", _long),
    "协调延长": ("mediation_extension", _long),
}
