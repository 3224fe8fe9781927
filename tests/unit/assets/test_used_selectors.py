"""What pages are made of, read from their content, their templates and their scripts."""

from __future__ import annotations

from handrail.assets.used_selectors import of_content, of_scripts, of_templates


def test_content_has_the_elements_of_its_tags_and_not_of_its_words() -> None:
    found = of_content(['<p class="host big" id=why>a warning, a <b>note</b></p>', "<HR hidden>"])
    assert found.tags == {"p", "b", "hr"}
    assert found.classes == {"host", "big"}
    assert found.ids == {"why"}
    assert found.attributes == {"class", "id", "hidden"}


def test_a_value_may_hold_the_end_of_a_tag() -> None:
    found = of_content(["""<a title="a > b" class='c'>d</a>"""])
    assert found.attributes == {"title", "class"}
    assert found.classes == {"c"}


def test_any_word_of_a_template_may_be_an_element_but_not_those_of_its_remarks() -> None:
    found = of_templates(["""{#- Remarks. -#}<p{% if x %} class="{{ 'big' if y }}"{% endif %}>"""])
    assert {"p", "class", "big"} <= found.classes
    assert "Remarks" not in found.tags


def test_a_script_names_in_strings_what_it_makes() -> None:
    found = of_scripts(["""const button = make("mark", { class: 'a b', id: `c-${d}` });"""])
    assert {"mark", "a", "b", "c-"} <= found.classes
    assert "button" not in found.tags


def test_elements_of_several_sources_come_together() -> None:
    found = (of_content(["<p>"]) | of_content(["<b>"])).where("dir", ["ltr"])
    assert found.tags == {"p", "b"}
    assert found.values == {"dir": {"ltr"}}
