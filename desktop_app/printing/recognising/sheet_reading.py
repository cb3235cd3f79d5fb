"""Reading one sheet of a blank form: its tables, then every label with the empty cell that answers it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.catalogue import scopes
from desktop_app.printing.recognising.answers import into, placeholder
from desktop_app.printing.recognising.around import Around, Line, Meaning
from desktop_app.printing.recognising.inline import has_slots, written_in
from desktop_app.printing.recognising.lists import bind_table
from desktop_app.printing.recognising.meaning import in_group, meaning_of
from desktop_app.printing.recognising.paper import Area, Paper
from desktop_app.printing.recognising.places import DATE_ONLY, answer_place, depth, is_note
from desktop_app.printing.recognising.proposal import Binding, Unmatched
from desktop_app.printing.recognising.subject import section_of, subjects_of, title_of
from desktop_app.printing.recognising.tables import TOTAL, Figures, Grid, Table, find_tables
from desktop_app.printing.recognising.vocabulary import is_of_person
from desktop_app.printing.recognising.wording import Label, is_by_hand, is_signed, label, labels, unit_of

_FOOTER = re.compile("填表人|填报人|制表人|经办人|审核人|负责人")
_NAME = label("姓名").word


@dataclass
class SheetReading:
    """One sheet while it is read, from the top down."""

    sheet: Worksheet
    bindings: list[Binding] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    title: str = ""

    def read(self) -> None:
        """Fill ``bindings`` and ``unmatched``."""
        self.name = self.sheet.title
        self.paper = Paper(self.sheet)
        found = title_of(self.paper)
        self.title = found.text if found else ""
        self.subjects = subjects_of(self.title or self.name)
        self.taken: set[Area] = {found} if found else set()
        self.section = ""
        self.above: tuple[str | None, ...] = ()
        self._groups_above: tuple[str, ...] = ()
        self._said_at: dict[tuple[int, int, int], str] = {}  # what the label said that ends above this place
        self._is_signed = False  # the line holds opinions or signatures
        self._is_personal = False
        self._head = ""  # a label without an answer of its own, before the others of its line
        self._sum_of: Label | None = None  # what “共　　人” beneath the last list counts
        if found:
            self._title(found)
        tables = {table.top: table for table in find_tables(self.paper)}
        self._frame_top = min((area.row for area in self.paper.areas if area.bordered), default=0)
        in_tables = {row for table in tables.values() for row in range(table.top, table.first + 1)}
        self._is_personal = any(
            label(area.text).word == _NAME and area.row not in in_tables and self.paper.left_of(area) is None
            for area in self.paper.areas
        )
        self._her = next((each for each in self.subjects if self._speaks_of_person(each)), "")
        row = 1
        while row <= self.paper.last_row:
            table = tables.get(row)
            if table is None:
                self._row(row)
                row += 1
            elif isinstance(table, Table):
                self._table(table)
                row = table.last + 1
            elif isinstance(table, Figures):
                self._figures(table)
                row = table.last + 1
            else:
                self._grid(table)
                row = table.last + 1

    def _around(self, line: Line, groups: tuple[str, ...] = ()) -> Around:
        return Around(
            groups,
            line,
            subjects_of(self.section),
            self.subjects,
            is_personal=self._is_personal,
            is_partial=re.search(labels()["columns"]["partial"], self.title) is not None,
            her="" if self._is_of_others(self.section) else self._her,
            groups_above=self._groups_above,
            above=self.above,
        )

    def _speaks_of_person(self, scope: str) -> bool:
        """Whether the form is about one person of the scope: a member only where it begins with her name."""
        return scope in scopes() and is_of_person(scope) and (self._is_personal or not scopes()[scope].also)

    def _is_of_others(self, section: str) -> bool:
        return re.search(labels()["others"], label(section).word) is not None

    def _title(self, area: Area) -> None:
        """A title may leave room for the year: “　　年度统计表”."""
        found = re.search(r"[\s　_＿]{2,}年", area.text)
        if found and not re.search(r"年[\s　]*月", area.text):
            text = f"{area.text[: found.start()]}{{{{报表.年度}}}}年{area.text[found.end() :]}"
            self.bindings.append(Binding(self.name, area.coordinate, text, area.text.strip(), "推断", "表题里的年度"))

    def _table(self, table: Table) -> None:
        above = (table.side, self._heading_above(table.top), self.section, self.title, self.name)
        titles = [title for title in above if title][: 1 if table.side else None]
        bindings, unmatched = bind_table(self.name, self.paper, table, titles, self._around(Line()))
        scope = bindings[0].names[0].partition(".")[0] if bindings and bindings[0].names else ""
        self._sum_of = label(labels()["counts"][scope]) if scope in labels()["counts"] else None
        self.taken |= {area for area in self.paper.row(table.total) if TOTAL.match(re.sub(r"\s", "", area.text))}
        self.bindings += bindings
        self.unmatched += unmatched

    def _heading_above(self, row: int) -> str:
        return section_of(self.paper, row - 1) if row > 1 else ""

    def _figures(self, table: Figures) -> None:
        """Every line of indicators: what stands indented or as “其中” belongs to the line above it."""
        for label_column, unit_column, values in table.pairs:
            line, base, section, self._is_signed = Line(), 0, self.section, False
            for row in range(table.first, table.last + 1):
                said, answer = self.paper.at(row, label_column), self.paper.at(row, values)
                heading = section_of(self.paper, row)
                if heading:
                    self.section, self.above, line = heading, (), Line()
                if heading or said is None or answer is None or said.row != row or said.is_empty or answer is said:
                    continue
                if answer.row != row or answer.column != values:
                    continue
                of = self._with_unit(label(said.text), row, unit_column)
                deep = depth(said)
                if not of.is_part and deep <= base:
                    self.above = (*self.above, *line.said)[-3:] if line.said else ()
                    line, base = Line(), deep
                self._answer(of, said, answer, line, replace(self._around(line), of_figures=True))
            if len(table.pairs) > 1:
                self.section = section

    def _grid(self, table: Grid) -> None:
        """Cells between a line's label and a head: only what both together mean, 主任 and 性别."""
        for row in range(table.first, table.last + 1):
            side = self.paper.at(row, table.label_column)
            for column in table.columns:
                answer = self.paper.at(row, column.area.column)
                if side is None or answer is None:
                    continue
                of, said = label(column.head), f"{side.text.strip()} {column.head.strip()}"
                by_hand = is_by_hand(column.head) or is_by_hand(side.text)
                meaning = None if by_hand else in_group(of, self._around(Line(), (side.text,)))
                if meaning is None:
                    self.unmatched.append(Unmatched(self.name, answer.coordinate, said, by_hand))
                    continue
                text = placeholder(meaning.text, of)
                self.bindings.append(
                    Binding(self.name, answer.coordinate, text, said, meaning.certainty, meaning.reason)
                )

    def _with_unit(self, of: Label, row: int, column: int) -> Label:
        area = self.paper.at(row, column) if column else None
        unit = unit_of(area.text) if area else ""
        if area and area.text.strip() == "是/否" and "?" not in of.word:
            return Label(of.text, "?" + of.word, "", of.is_part)
        return Label(of.text, of.word, unit or of.unit, of.is_part)

    def _row(self, row: int) -> None:
        heading = section_of(self.paper, row)
        areas = [area for area in self.paper.row(row) if area.row == row and area not in self.taken]
        if heading and heading != self.title:
            self.section, self.above = heading, ()
            if not has_slots(heading):
                self._narrative(heading, row)
                return
        line = Line()
        self._head = ""
        self._is_signed = any(is_signed(area.text) for area in self.paper.row(row)) or (
            any(is_signed(area.text) for area in self.paper.row(row + 1)) and "审批" in self.title
        )
        in_footer = any(_FOOTER.search(area.text) for area in areas if not area.bordered)
        for area in areas:
            if area in self.taken or area.is_empty or area.is_number or is_note(area.text):
                continue
            self.taken.add(area)
            self._label(area, line, in_footer=in_footer and not area.bordered)
        if line.said:
            self.above, self._groups_above = tuple(line.said), self._groups(areas[-1])

    def _narrative(self, heading: str, row: int) -> None:
        """A title over one wide empty cell asks for running text: “二、发言要点”."""
        beneath = [area for area in self.paper.row(row + 1) if area.row == row + 1]
        if len(beneath) == 1 and beneath[0].is_empty and beneath[0].bordered and beneath[0].right > beneath[0].column:
            said = next(area for area in self.paper.row(row) if area.text == heading)
            self._answer(label(heading), said, beneath[0], Line())

    def _label(self, area: Area, line: Line, *, in_footer: bool) -> None:
        """A cell with words: its own blanks, else the empty cell beside or beneath it."""
        in_header = area.row < self._frame_top and not ("会议" in self.subjects and "日期" in area.text)
        around = replace(self._around(line, self._groups(area)), in_footer=in_footer, in_header=in_header)
        if DATE_ONLY.fullmatch(area.text):
            self._lone_date(area)
            return
        answer = answer_place(self.paper, area, self.taken)
        if answer is not None and not (has_slots(area.text) and not re.search(r"[：:][\s　]*$", area.text)):
            self._answer(label(area.text), area, answer, line, around)
            return
        if has_slots(area.text):
            self._inline(area, line, around, self._sum_of)
        elif area.bordered:
            self._head = area.text  # a label before labels: “工会主席 | 姓名 | …”

    def _answer(self, of: Label, said: Area, answer: Area, line: Line, around: Around | None = None) -> None:
        self.taken.add(answer)
        if is_by_hand(said.text):
            self.unmatched.append(Unmatched(self.name, answer.coordinate, said.text.strip(), True))
            line.add(of, None)
            return
        if not answer.is_empty:
            of = self._unit_of(answer, of)
        around = around or self._around(line, self._groups(said))
        meaning = meaning_of(of, replace(around, overhead=self._said_at.get((said.row, said.column, said.right), "")))
        line.add(of, meaning)
        if meaning:
            self._said_at[said.bottom + 1, said.column, said.right] = meaning.text
        if not answer.is_empty and has_slots(answer.text) and self._inline_answer(answer, meaning, line, of):
            return
        if self._is_signed and meaning and meaning.name.rpartition(".")[2] in ("姓名", "主席", "法定代表人"):
            meaning = None  # beside opinions a person's title is the place of her signature
        text = self._written(meaning, of, answer) if meaning else None
        if meaning is None or text is None:
            self.unmatched.append(Unmatched(self.name, answer.coordinate, said.text.strip()))
            return
        self.bindings.append(
            Binding(self.name, answer.coordinate, text, said.text.strip(), meaning.certainty, meaning.reason)
        )

    def _written(self, meaning: Meaning, of: Label, answer: Area) -> str | None:
        return placeholder(meaning.text, of) if answer.is_empty else into(answer.text, meaning.text, of)

    def _unit_of(self, answer: Area, of: Label) -> Label:
        """The unit printed behind the blank: “　　人”."""
        found = re.fullmatch(r"[\s　_＿]*[共计约]?[（(]?[\s　_＿]*[）)]?(\S{1,3})[\s　]*", answer.text)
        unit = unit_of(found[1]) if found else ""
        return Label(of.text, of.word, unit or of.unit, of.is_part)

    def _inline_answer(self, answer: Area, meaning: Meaning | None, line: Line, of: Label) -> bool:
        """An answer cell with several blanks of their own: “　个，面积　　㎡”. False where it is one plain answer."""
        if meaning and into(answer.text, meaning.text, of) is not None:
            return False
        self._inline(answer, line, self._around(line, (of.text,)), lead=of)
        return True

    def _inline(self, area: Area, line: Line, around: Around, lead: Label | None = None) -> None:
        def resolve(of: Label) -> Meaning | None:
            meaning = meaning_of(of, around)
            line.add(of, meaning)
            return meaning

        text, said = written_in(area.text, resolve, lead)
        known = [each for each in said if each.meaning]
        if known:
            certainty = "推断" if any(each.meaning.certainty == "推断" for each in known if each.meaning) else "确定"
            reasons = "；".join(dict.fromkeys(each.meaning.reason for each in known if each.meaning))
            words = "、".join(each.label.text for each in known)
            self.bindings.append(Binding(self.name, area.coordinate, text, words, certainty, reasons))
        for each in said:
            if each.meaning is None:
                self.unmatched.append(Unmatched(self.name, area.coordinate, each.label.text, each.by_hand))

    def _lone_date(self, area: Area) -> None:
        """“　年　月　日” by itself above the tables is the form's own date; beneath them it is for the pen."""
        if area.row < self._frame_top and not area.bordered:
            text = into(area.text, "报表.填报日期", label("填报日期"))
            if text:
                self.bindings.append(Binding(self.name, area.coordinate, text, area.text.strip(), "推断", "表头的日期"))

    def _groups(self, area: Area) -> tuple[str, ...]:
        """A merged head to the left that spans several rows: “女职工委员会主任 | 姓名 | …”."""
        left = self.paper.left_of(area)
        found = [self._head] if self._head else []
        while left is not None:
            if left.bottom > left.row and not left.is_empty and left.bottom - left.row > area.bottom - area.row:
                found.append(left.text)
            left = self.paper.left_of(left)
        return tuple(found)
