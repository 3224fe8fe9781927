"""The guides of a help center as graphs: their questions and ends, the answers between them, and the paths."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from handrail.center.docs_folder import DATA
from handrail.center.help_center import HelpCenter
from handrail.content import guide
from handrail.content.guide import Lead
from handrail.report.guide_graph import Guide, GuideAnswer, GuideNode, GuideText
from handrail.translation import localized_drift


def guides(center: HelpCenter, docs: Path) -> list[Guide]:
    return [_guide(center, written, docs) for written in center.guides.values()]


def _guide(center: HelpCenter, written: guide.Guide, docs: Path) -> Guide:
    first, *others = center.editions
    file = docs / DATA / guide.FOLDER / f"{written.id}.yml"
    nodes, answers = [_node(center, written, Lead(question=written.first.id), 0)], []
    depths: Counter[str] = Counter()
    paths = list(written.paths)
    lengths = Counter(map(len, paths))
    for step, depth in ((step, depth) for path in paths for depth, step in enumerate(path, 1)):
        node = _node(center, written, step.lead, depth)
        texts = step.answer.text if step.answer else center.ui_strings.texts["guide.unsure"]
        answer = GuideAnswer(start=step.question.id, end=node.id, texts=dict(texts), knows=step.answer is not None)
        depths[node.id] = max(depths[node.id], depth)
        nodes += [node] if node.id not in (known.id for known in nodes) else []
        answers += [answer] if answer not in answers else []
    return Guide(
        id=written.id,
        path=written.source.path,
        titles=dict(written.title),
        nodes=[node.model_copy(update={"depth": depths[node.id]}) for node in nodes],
        answers=answers,
        lengths={length: lengths[length] for length in range(1, 1 + max(guide.LONGEST, *lengths))},
        drift=[
            GuideText(language=code, text=text.text, original=text.original, before=text.before, since=text.since)
            for code in others
            for text in localized_drift.outdated(file, first, code)
        ],
    )


def _node(center: HelpCenter, written: guide.Guide, lead: Lead, depth: int) -> GuideNode:
    editions = center.editions
    issue_type = center.issue_types.get(lead.contact or "")
    titles = {code: center.lead_title(edition, written, lead) for code, edition in editions.items()}
    return GuideNode(
        id=lead.question
        or f"{lead.article or 'contact'}{'#' * bool(lead.section or lead.contact)}{lead.section or lead.contact or ''}",
        kind="question" if lead.question else "article" if lead.article else "contact",
        texts={code: issue_type.title[code] for code in editions} if issue_type else titles,
        url=center.default_edition.lead_url(written, lead),
        depth=depth,
    )
