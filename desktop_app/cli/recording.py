"""Commands about records: set, kinds, import, records, put, check."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from desktop_app.cli.command import DONE, FINDINGS, Add, Result, opened
from desktop_app.errors import BanbiantianError
from desktop_app.rules.findings import ERROR, Finding


def add_to(add: Add) -> None:
    """Add set, kinds, import, records, put and check."""
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


def _set(options: argparse.Namespace) -> Result:
    from desktop_app.services import forms

    pairs = [value.partition("=") for value in options.values]
    wrong = [name for name, equals, _ in pairs if not equals]
    if wrong:
        raise BanbiantianError(f"“{wrong[0]}”应写成 名=值，如 单位.地址=人民路1号。没有改动任何数据。")
    with opened(options) as ledger:
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

    with opened(options) as ledger:
        result = importing.run(
            ledger,
            options.kind,
            options.file,
            year=options.year,
            room=options.room,
            owner=options.negotiation,
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

    with opened(options, read_only=True) as ledger:
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
    with opened(options) as ledger:
        ids, problems = records.save_many(ledger, options.kind, rows)
    data = {
        "ids": ids,
        "problems": [{"index": index, "field": p.field, "reason": p.reason} for index, p in problems],
    }
    return data, f"已写入 {len(ids)} 条，{len(problems)} 处有问题。", FINDINGS if problems else DONE


def _check(options: argparse.Namespace) -> Result:
    from desktop_app.services import checking

    with opened(options, read_only=True) as ledger:
        findings = checking.findings(ledger)
    data = [
        {
            "rule": finding.rule,
            "level": finding.level,
            "severity": finding.severity,
            "about": finding.about,
            "message": finding.message,
            "source": finding.source,
            "kind": finding.kind,
            "id": finding.record_id,
            "field": finding.field,
        }
        for finding in findings
    ]
    text = "\n".join(_found(finding) for finding in findings) or "没有发现问题。"
    return data, text, FINDINGS if findings else DONE


def _found(finding: Finding) -> str:
    word = "强制" if finding.severity == ERROR else "提示"
    return f"{word}　{finding.about}：{finding.message}〔{finding.rule}　{finding.source}〕"
