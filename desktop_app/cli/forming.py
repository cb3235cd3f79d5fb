"""Commands about forms: forms, export, lint."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.command import DONE, FINDINGS, Add, Result, opened
from desktop_app.errors import BanbiantianError


def add_to(add: Add) -> None:
    """Add forms, export and lint."""
    forms = add("forms", _forms, "列出表单和还缺什么")
    forms.add_argument("ledger", type=Path)
    forms.add_argument("--period", default="", help="期间，如 2026 或 2026-03")
    export = add("export", _export, "导出表单")
    export.add_argument("ledger", type=Path)
    export.add_argument("codes", nargs="*", metavar="表号")
    export.add_argument("--all", action="store_true", help="全部表单")
    export.add_argument("--to", type=Path, required=True, help="放文件的文件夹")
    export.add_argument("--as", dest="outputs", default="", help="pdf,xlsx,docx,data,row 中的几种，用逗号分开")
    export.add_argument("--period", default="", help="期间，如 2026 或 2026-03")
    export.add_argument("--about", type=int, help="会议、协商轮次或哺乳室的编号")
    export.add_argument("--variant", default="", help="有几种写法的表用哪一种，如 双栏、报告")
    export.add_argument("--recipient", default="", metavar="接收单位", help="按这个接收单位的格式、隐去规则和文件名")
    export.add_argument("--blank", type=int, metavar="行数", help="空白表，留这么多空行")
    lint = add("lint", _lint, "检查一份模板")
    lint.add_argument("template", type=Path)


def _forms(options: argparse.Namespace) -> Result:
    from desktop_app.services import forms

    with opened(options, read_only=True) as ledger:
        on = ledger.clock().date()
        rows = [(form, forms.readiness(ledger, form, period=options.period, on=on)) for form in forms.all_forms(ledger)]
    data = [
        {
            "code": form.code,
            "title": form.title,
            "area": form.area,
            "ready": state.ready,
            "missing": [missing.label for missing in state.missing],
            "by_hand": list(state.by_hand),
            "too_full": state.too_full,
            "outputs": list(form.outputs),
        }
        for form, state in rows
    ]
    text = "\n".join(
        f"{form.code}  {form.title}  {'可报' if state.ready else '缺：' + '、'.join(m.label for m in state.missing)}"
        for form, state in rows
    )
    return data, text, DONE


def _export(options: argparse.Namespace) -> Result:
    from desktop_app.services import forms
    from desktop_app.services.recipients import recipient_named

    if bool(options.codes) == options.all:
        raise BanbiantianError("请写出表号，或者用 --all 导出全部，两者选一。没有导出任何文件。")
    outputs = tuple(word for word in options.outputs.split(",") if word)
    files: list[dict[str, str]] = []
    problems: list[dict[str, str]] = []
    with opened(options, read_only=True) as ledger:
        wanted = forms.all_forms(ledger) if options.all else [forms.form(code, ledger) for code in options.codes]
        recipient = recipient_named(ledger, options.recipient) if options.recipient else None
        for form in wanted:
            try:
                made = forms.produce(
                    ledger,
                    form.as_variant(options.variant),
                    options.to,
                    outputs=outputs,
                    recipient=recipient,
                    period=options.period,
                    about=options.about,
                    on=ledger.clock().date(),
                    blank_rows=options.blank,
                )
            except BanbiantianError as refusal:
                problems.append({"code": form.code, "reason": str(refusal)})
            else:
                files += [{"code": form.code, "path": str(path)} for path in made]
    lines = [file["path"] for file in files] + [f"{p['code']}：{p['reason']}" for p in problems]
    if problems and not files:
        raise BanbiantianError("\n".join(f"{p['code']}：{p['reason']}" for p in problems))
    return {"files": files, "problems": problems}, "\n".join(lines), FINDINGS if problems else DONE


def _lint(options: argparse.Namespace) -> Result:
    from desktop_app.services import forms

    findings = forms.lint_template(options.template)
    data = [{"cell": finding.where, "message": finding.sentence} for finding in findings]
    text = "\n".join(f"{finding.where}：{finding.sentence}" for finding in findings) or "模板没有问题。"
    return data, text, FINDINGS if findings else DONE
