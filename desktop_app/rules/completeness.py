"""R25: the contents a special collective contract must have, and those the national union asks to be stressed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.records.base import Values
from desktop_app.rules.findings import WARNING, Finding, Place, found
from desktop_app.rules.parameters import Rulebook
from desktop_app.rules.topics import Content, Topics

_OPEN = ("", None, "继续协商")
_DROPPED = ("未采纳", "撤回")
_OTHER = "其他"  # what the two sides may add: nobody is silent about it
_ASKED = {  # parameter -> how its contents are called
    "mandatory_content": "必备内容",
    "key_content": "协商重点",
}


def content_findings(
    items: Sequence[Values], clauses: Sequence[Values], contract: Values, topics: Topics, book: Rulebook, place: Place
) -> Iterator[Finding]:
    """One warning for each content that neither the articles nor the agreed items speak of.

    Nothing before there is a draft, or before every item has been settled; nothing of a contract kept on paper only.
    """
    is_drafted = bool(clauses or contract["drafted_on"] or contract["signed_on"])
    if not (clauses or items) or not (is_drafted or all(item["outcome"] not in _OPEN for item in items)):
        return
    kept = [item for item in items if item["outcome"] not in _DROPPED]
    words = "\n".join([clause["text"] or "" for clause in clauses] + [_words(item) for item in kept])
    for parameter, called in _ASKED.items():
        for name in str(book[parameter].value or "").split("、"):
            content = topics.contents.get(name)
            if name != _OTHER and content and not is_covered(content, kept, words, topics):
                said = f"{called}“{name}”没有写到，请补充条款，或者在情况说明里写明理由"
                yield found("R25", WARNING, said, book[parameter], place)


def is_covered(content: Content, items: Sequence[Values], words: str, topics: Topics) -> bool:
    """Whether the words of a contract, or one of its items by topic or category, speak of a content."""
    by_topic = (topics.of(item["topic"]) for item in items)
    return (
        any(word in words for word in content.words)
        or any(item["category"] in content.categories for item in items)
        or any(topic is not None and content.name in topic.covers for topic in by_topic)
    )


def _words(item: Values) -> str:
    return "\n".join(item[name] or "" for name in ("category", "topic", "clause", "quantity"))
