"""The command line, a public contract: it reads words and prints results; services do the work."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from desktop_app.errors import BanbiantianError

DONE, FINDINGS, USAGE, REFUSED = 0, 1, 2, 3
Result = tuple[Any, str, int]  # what --json prints, what a person reads, the exit code


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code. Refusals are one Chinese sentence on standard error."""
    options = _parser().parse_args(arguments)
    try:
        data, text, code = options.command(options)
    except BanbiantianError as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    print(json.dumps(data, ensure_ascii=False, indent=1) if options.json else text)
    return int(code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="banbiantian", description="半边天：企业工会女职工工作台账与表单")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def add(name: str, command: Callable[[argparse.Namespace], Result], help_text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_text, description=help_text)
        sub.add_argument("--json", action="store_true", help="只输出一份 JSON")
        sub.add_argument("--on", type=_day, metavar="日期", help="把这一天当作今天，如 2026-03-08")
        sub.set_defaults(command=command)
        return sub

    _add_ledger_commands(add)
    _add_record_commands(add)
    _add_form_commands(add)
    return parser


Add = Callable[[str, Callable[[argparse.Namespace], Result], str], argparse.ArgumentParser]


def _add_ledger_commands(add: Add) -> None:
    demo = add("demo", _demo, "做一份示例台账并导出全部表单")
    demo.add_argument("folder", nargs="?", type=Path, default=Path("示例"))
    demo.add_argument("--no-window", action="store_true", help="不打开窗口")
    new = add("new", _new, "新建空台账")
    new.add_argument("ledger", type=Path)
    new.add_argument("--unit", required=True, help="单位名称")
    new.add_argument("--province", default="", help="所在省份")
    add("verify", _verify, "检查台账是否完整").add_argument("ledger", type=Path)
    backup = add("backup", _backup, "做一份经过验证的备份")
    backup.add_argument("ledger", type=Path)
    backup.add_argument("--to", type=Path, help="放备份的文件夹")
    restore = add("restore", _restore, "从备份恢复出一份台账")
    restore.add_argument("backup", type=Path)
    restore.add_argument("--to", type=Path, required=True, help="恢复成的台账文件，不能已经存在")


def _add_record_commands(add: Add) -> None:
    set_ = add("set", _set, "按名称设置单个值，如 单位.地址=…")
    set_.add_argument("ledger", type=Path)
    set_.add_argument("values", nargs="+", metavar="名=值")
    add("kinds", _kinds, "列出记录种类及可识别的表头")
    import_ = add("import", _import, "读入一份办公文件")
    import_.add_argument("ledger", type=Path)
    import_.add_argument("kind")
    import_.add_argument("file", type=Path)
    import_.add_argument("--year", type=int, help="日期没写年份时用的年份")
    import_.add_argument("--room", help="哺乳室名称")
    import_.add_argument("--negotiation", type=int, help="协商轮次的编号")
    import_.add_argument("--dry-run", action="store_true", help="只看结果，不写入")
    import_.add_argument("--report", type=Path, help="把有问题的行标在原表的副本里")
    records = add("records", _records, "列出一种记录的全部内容")
    records.add_argument("ledger", type=Path)
    records.add_argument("kind")
    put = add("put", _put, "从标准输入的 JSON 列表新增或修改记录")
    put.add_argument("ledger", type=Path)
    put.add_argument("kind")
    check = add("check", _check, "逻辑检查")
    check.add_argument("ledger", type=Path)


def _add_form_commands(add: Add) -> None:
    forms = add("forms", _forms, "列出表单和还缺什么")
    forms.add_argument("ledger", type=Path)
    forms.add_argument("--period", default="", help="期间，如 2026 或 2026-03")
    export = add("export", _export, "导出表单")
    export.add_argument("ledger", type=Path)
    export.add_argument("codes", nargs="*", metavar="表号")
    export.add_argument("--all", action="store_true", help="全部表单")
    export.add_argument("--to", type=Path, required=True, help="放文件的文件夹")
    export.add_argument("--as", dest="outputs", default="", help="pdf,xlsx,data,row 中的几种，用逗号分开")
    export.add_argument("--period", default="", help="期间，如 2026 或 2026-03")
    export.add_argument("--about", type=int, help="会议、协商轮次或哺乳室的编号")
    export.add_argument("--blank", type=int, metavar="行数", help="空白表，留这么多空行")
    lint = add("lint", _lint, "检查一份模板")
    lint.add_argument("template", type=Path)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，应如 2026-03-08") from None


def _clock(options: argparse.Namespace) -> Callable[[], datetime]:
    if options.on is None:
        return datetime.now
    day: date = options.on
    return lambda: datetime.combine(day, datetime.now().time())


@contextmanager
def _opened(options: argparse.Namespace, *, read_only: bool = False) -> Iterator[Any]:
    from desktop_app.ledger.connection import PasswordNeeded
    from desktop_app.ledger.ledger import open_ledger

    password = os.environ.get("BANBIANTIAN_PASSWORD")
    open_it = partial(
        open_ledger, options.ledger, operator="命令行", clock=_clock(options), read_only=read_only
    )
    try:
        ledger = open_it(password=password)
    except PasswordNeeded:
        if password or not sys.stdin.isatty():
            raise
        ledger = open_it(password=getpass.getpass("台账密码："))
    with ledger:
        yield ledger


def _demo(options: argparse.Namespace) -> Result:
    from desktop_app.ledger.ledger import open_ledger
    from desktop_app.services import demo, forms

    ledger_path = options.folder / "示例.bbt"
    clock = _clock(options)
    demo.make_sample(ledger_path, clock=clock)
    with open_ledger(ledger_path, operator="示例", clock=clock) as ledger:
        files = forms.produce_all(ledger, options.folder / "表单", on=clock().date())
    data = {"ledger": str(ledger_path), "files": [str(path) for path in files]}
    text = f"示例台账：{ledger_path}\n导出表单 {len(files)} 个文件：{options.folder / '表单'}"
    if not options.no_window and _has_display():
        from desktop_app.__main__ import open_window

        if not options.json:
            print(text, flush=True)
        open_window(ledger_path)
    return data, text, DONE


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _new(options: argparse.Namespace) -> Result:
    from desktop_app.services import first_steps

    path = options.ledger if options.ledger.suffix == ".bbt" else options.ledger.with_name(options.ledger.name + ".bbt")
    first_steps.new_ledger(path, unit=options.unit, province=options.province, clock=_clock(options)).close()
    return {"ledger": str(path)}, f"已新建台账：{path}", DONE


def _set(options: argparse.Namespace) -> Result:
    from desktop_app.services import forms

    pairs = [value.partition("=") for value in options.values]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise BanbiantianError(f"“{wrong[0]}”应写成 名=值，如 单位.地址=人民路1号。没有改动任何数据。")
    with _opened(options) as ledger:
        forms.set_values(ledger, {name.strip(): value for name, _, value in pairs})
    return {"set": [name for name, _, _ in pairs]}, f"已设置 {len(pairs)} 项。", DONE


def _kinds(options: argparse.Namespace) -> Result:
    from desktop_app.records.registry import RECORD_TYPES

    data = [
        {
            "kind": kind.kind,
            "label": kind.label,
            "heads": [
                {"field": name, "label": field.label, "required": field.required, "names": list(field.names)}
                for name, field in kind.fields.items()
            ],
        }
        for kind in RECORD_TYPES
    ]
    return data, "\n".join(f"{kind.kind:30}{kind.label}" for kind in RECORD_TYPES), DONE


def _import(options: argparse.Namespace) -> Result:
    from desktop_app.services import importing

    with _opened(options) as ledger:
        result = importing.run(
            ledger,
            options.kind,
            options.file,
            year=options.year,
            room=options.room,
            negotiation=options.negotiation,
            dry_run=options.dry_run,
        )
        if options.report:
            importing.save_marked_copy(options.file, result, options.report)
    rejected = [_fault(fault) for fault in result.rejected]
    warnings = [_fault(fault) for fault in result.warnings]
    data = {
        "accepted": result.accepted,
        "updated": result.updated,
        "rejected": rejected,
        "warnings": warnings,
        "columns": dict(result.columns),
    }
    lines = [f"接受 {result.accepted} 行，更新 {result.updated} 行，退回 {len(rejected)} 行，提醒 {len(warnings)} 条。"]
    lines += [f"  退回 {fault['sheet']} 第 {fault['row']} 行：{fault['reason']}" for fault in rejected]
    lines += [f"  提醒 {fault['sheet']} 第 {fault['row']} 行：{fault['reason']}" for fault in warnings]
    return data, "\n".join(lines), DONE


def _fault(fault: Any) -> dict[str, Any]:
    return {"sheet": fault.sheet, "row": fault.row, "reason": fault.reason}


def _records(options: argparse.Namespace) -> Result:
    from desktop_app.services import records

    with _opened(options, read_only=True) as ledger:
        found = records.everything(ledger, options.kind)
    return found, "\n".join(json.dumps(record, ensure_ascii=False) for record in found), DONE


def _put(options: argparse.Namespace) -> Result:
    from desktop_app.services import records

    try:
        rows = json.load(sys.stdin)
    except ValueError:
        raise BanbiantianError("标准输入不是 JSON。没有写入任何数据。") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BanbiantianError("标准输入应是 JSON 列表，每项一个对象。没有写入任何数据。")
    with _opened(options) as ledger:
        ids, problems = records.save_many(ledger, options.kind, rows)
    data = {
        "ids": ids,
        "problems": [{"index": index, "field": p.field, "reason": p.reason} for index, p in problems],
    }
    return data, f"已写入 {len(ids)} 条，{len(problems)} 处有问题。", FINDINGS if problems else DONE


def _check(options: argparse.Namespace) -> Result:
    from desktop_app.services import checking

    with _opened(options, read_only=True) as ledger:
        findings = checking.findings(ledger)
    data = [
        {
            "rule": finding.rule,
            "level": finding.level,
            "severity": finding.severity,
            "about": finding.about,
            "message": finding.message,
            "source": finding.source,
        }
        for finding in findings
    ]
    text = "\n".join(f"{finding.about}：{finding.message}" for finding in findings) or "没有发现问题。"
    return data, text, FINDINGS if findings else DONE


def _forms(options: argparse.Namespace) -> Result:
    from desktop_app.services import forms

    with _opened(options, read_only=True) as ledger:
        on = ledger.clock().date()
        rows = [(form, forms.readiness(ledger, form, period=options.period, on=on)) for form in forms.all_forms()]
    data = [
        {
            "code": form.code,
            "title": form.title,
            "area": form.area,
            "ready": state.ready,
            "missing": [missing.label for missing in state.missing],
            "by_hand": list(state.by_hand),
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

    if bool(options.codes) == options.all:
        raise BanbiantianError("请写出表号，或者用 --all 导出全部，两者选一。没有导出任何文件。")
    wanted = forms.all_forms() if options.all else [forms.form(code) for code in options.codes]
    outputs = tuple(word for word in options.outputs.split(",") if word)
    files: list[dict[str, str]] = []
    problems: list[dict[str, str]] = []
    with _opened(options, read_only=True) as ledger:
        for form in wanted:
            try:
                made = forms.produce(
                    ledger,
                    form,
                    options.to,
                    outputs=outputs or form.outputs,
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
    data = [{"cell": finding.cell, "message": finding.message} for finding in findings]
    text = "\n".join(f"{finding.cell}：{finding.message}" for finding in findings) or "模板没有问题。"
    return data, text, FINDINGS if findings else DONE


def _verify(options: argparse.Namespace) -> Result:
    from desktop_app.ledger.verify import faults_of

    if not options.ledger.is_file():
        raise BanbiantianError(f"找不到台账“{options.ledger}”。")
    faults = faults_of(options.ledger, os.environ.get("BANBIANTIAN_PASSWORD"))
    return {"ok": not faults, "faults": faults}, "\n".join(faults) or "台账完整。", FINDINGS if faults else DONE


def _backup(options: argparse.Namespace) -> Result:
    with _opened(options, read_only=True) as ledger:
        made = ledger.back_up(options.to)
    return {"backup": str(made)}, f"备份已做好并通过检查：{made}", DONE


def _restore(options: argparse.Namespace) -> Result:
    from desktop_app.ledger import backup

    backup.restore(options.backup, options.to, os.environ.get("BANBIANTIAN_PASSWORD"))
    return {"ledger": str(options.to)}, f"已恢复为：{options.to}", DONE
