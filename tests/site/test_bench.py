"""The bench's report; how fast anything is stands in docs/speed.md, not here."""

import json

import pytest

from scripts.bench.moments import way
from scripts.bench.report import Row, told
from tarazy.external.procedure.editions import EDITIONS

WITHIN = Row("Case page: time", 41.5, "ms", 80)
AT_ITS_LIMIT = Row("Case page: queries", 15, "queries", 15)
OVER = Row("Desk: time", 80.1, "ms", 80)


def test_every_figure_is_kept_with_its_limit_and_whether_it_holds(tmp_path):
    told([WITHIN, AT_ITS_LIMIT, OVER], tmp_path / "build" / "bench.json")

    assert json.loads((tmp_path / "build" / "bench.json").read_text(encoding="utf-8")) == [
        {"name": "Case page: time", "value": 41.5, "unit": "ms", "limit": 80, "holds": True},
        {"name": "Case page: queries", "value": 15, "unit": "queries", "limit": 15, "holds": True},
        {"name": "Desk: time", "value": 80.1, "unit": "ms", "limit": 80, "holds": False},
    ]


def test_a_missed_limit_fails_the_bench_after_everything_was_printed(tmp_path, capsys):
    assert told([OVER, WITHIN], tmp_path / "bench.json") == 1

    assert capsys.readouterr().out.splitlines() == [
        "name             value  unit  limit  holds",
        "Desk: time        80.1  ms       80  NO   ",
        "Case page: time   41.5  ms       80  yes  ",
        "Over its limit: Desk: time: 80.1 ms, 80 at most.",
    ]


def test_a_bench_within_all_limits_passes(tmp_path, capsys):
    assert told([WITHIN, AT_ITS_LIMIT], tmp_path / "bench.json") == 0

    assert "Over its limit" not in capsys.readouterr().out


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("institutional", [True, False])
def test_the_cases_of_the_bench_go_through_the_whole_plan_as_it_is_now(edition, institutional):
    one = way(edition, state_owned=True, institutional=institutional)

    assert one.open(len(one.acts)) == set()
    assert {"application", "publication", "monitoring_review", "renewal"} <= one.done(len(one.acts))
