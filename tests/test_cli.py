"""The command line is a contract: exit codes, one JSON document, one Chinese sentence for a refusal."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main


class Shell:
    """Runs commands and keeps what they said."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *words: object, stdin: str = "") -> tuple[int, str, str]:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        return code, out, err

    def json(self, *words: object, stdin: str = "") -> Any:
        _, out, err = self(*words, "--json", stdin=stdin)
        assert err == ""
        return json.loads(out)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capsys, monkeypatch)


@pytest.fixture
def path(tmp_path: Path, shell: Shell) -> Path:
    ledger = tmp_path / "台 账😀.bbt"
    assert shell("new", ledger, "--unit", "江南金梭纺织有限公司", "--province", "江苏")[0] == 0
    return ledger


def test_a_ledger_is_made_once(path: Path, shell: Shell) -> None:
    code, out, err = shell("new", path, "--unit", "别的单位")
    assert (code, out) == (3, "")
    assert "已经存在，没有覆盖" in err


def test_wrong_words_are_a_usage_error(shell: Shell) -> None:
    for words in (["sing"], ["new"], ["check", "x.bbt", "--on", "soon"]):
        with pytest.raises(SystemExit) as stopped:
            main(words)
        assert stopped.value.code == 2


def test_single_values_are_set_by_their_chinese_names(path: Path, shell: Shell) -> None:
    assert shell("set", path, "单位.统一社会信用代码=91320106KG7TY6EFNR", "工会.主席=韩志远")[0] == 0
    assert shell.json("records", path, "enterprise")[0]["uscc"] == "91320106KG7TY6EFNR"
    for wrong in ("单位.统一社会信用代码=91320106KG7TY6EFNA", "单位.鞋码=37", "没有等号"):
        code, _, err = shell("set", path, "单位.地址=不应写入", wrong)
        assert code == 3
        assert err.strip()
    assert shell.json("records", path, "enterprise")[0]["address"] is None


def test_records_are_put_and_listed(path: Path, shell: Shell) -> None:
    rows = [{"name": "欧阳𬱖", "id_number": "320105198901246269", "is_member": True}, {"name": ""}]
    told = shell.json("put", path, "person", stdin=json.dumps(rows))
    assert told == {"ids": [1], "problems": [{"index": 1, "field": "name", "reason": "必须填写"}]}
    [person] = shell.json("records", path, "person")
    assert (person["id"], person["born_on"], person["is_member"]) == (1, "1989-01-24", True)
    assert shell("put", path, "person", stdin="{")[0] == 3
    assert shell("records", path, "elephant")[0] == 3


def test_kinds_name_their_import_heads(shell: Shell) -> None:
    kinds = {kind["kind"]: kind for kind in shell.json("kinds")}
    heads = {head["field"]: head for head in kinds["person"]["heads"]}
    assert heads["name"] | {"names": []} == {"field": "name", "label": "姓名", "required": True, "names": []}


def test_backup_verify_restore_round(path: Path, tmp_path: Path, shell: Shell) -> None:
    made = Path(shell.json("backup", path, "--to", tmp_path / "备")["backup"])
    assert shell("restore", made, "--to", tmp_path / "恢复.bbt")[0] == 0
    assert shell("verify", tmp_path / "恢复.bbt")[0] == 0
    assert shell.json("records", tmp_path / "恢复.bbt", "enterprise")[0]["name"] == "江南金梭纺织有限公司"
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 3 + 100] = b"\x55" * 100
    (tmp_path / "坏.bbt").write_bytes(data)
    code, out, _ = shell("verify", tmp_path / "坏.bbt")
    assert code == 1
    assert "请用最近的备份恢复" in out


def test_check_reports_on_the_day_asked_for(path: Path, shell: Shell) -> None:
    term = [{"number": 5, "starts_on": "2021-06-10", "ends_on": "2026-06-09"}]
    assert shell("put", path, "committee_term", stdin=json.dumps(term))[0] == 0
    assert shell("check", path, "--on", "2025-01-01")[0] == 0
    code, out, _ = shell("check", path, "--on", "2026-06-10", "--json")
    assert code == 1
    assert [(finding["rule"], finding["severity"]) for finding in json.loads(out)] == [("R04", "error")]


def test_a_command_never_imports_qt() -> None:
    import subprocess
    import sys

    program = "import sys; from desktop_app.cli import main; main(['kinds']); sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=False).returncode == 0


def test_deadlines_are_told_with_days_and_sources(path: Path, shell: Shell) -> None:
    own = [{"name": "报半年小结", "frequency": "每年", "month": 7, "day": 10, "basis": "区总工会通知"}]
    assert shell("put", path, "calendar_item", stdin=json.dumps(own))[0] == 0
    told = shell.json("deadlines", path, "--on", "2026-07-20")
    late, _ = (each for each in told if each["what"] == "报半年小结")
    assert (late["due"], late["days"], late["state"], late["source"]) == ("2026-07-10", -10, "overdue", "区总工会通知")
    states = [each["state"] for each in told]
    assert states == sorted(states, key=["overdue", "soon", "open", "ahead"].index)
    keys = {"what", "due", "days", "source", "state", "rule", "consequence", "caution", "key", "kind", "id"}
    assert all(keys <= set(each) for each in told)
    assert len({each["key"] for each in told}) == len(told)


def test_deadlines_for_people_are_grouped(path: Path, shell: Shell) -> None:
    code, out, err = shell("deadlines", path, "--on", "2026-12-31")
    assert (code, err) == (0, "")
    assert out.index("近期（") < out.index("待补（") < out.index("以后（")
    assert "截止 2026-12-31，就在今天" in out
