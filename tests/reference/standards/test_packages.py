"""The packages that come with Tarazy: counts, numbers and titles of every set, whole in three languages."""

import re
from functools import cache

import pytest

from tarazy.reference.standards.package import PACKAGES, parse

LANGUAGES = ("kk", "ru", "en")
KEYS = sorted(path.stem for path in PACKAGES.glob("*.yaml"))
WHOLE = [
    "additional_internal",
    "agency_duties",
    "higher_external",
    "higher_internal",
    "iqaa_school",
    "preschool_internal",
    "secondary_internal",
    "teacher_education",
    "vocational_internal",
]


@cache
def content(key):
    """The content of one of our packages."""
    return parse((PACKAGES / f"{key}.yaml").read_bytes()).content


def titles(key):
    """The English titles of a set by number."""
    return {standard["number"]: standard["title"]["en"] for standard in content(key)["standards"]}


def texts(package):
    """Every text of a package with its place."""
    yield "title", package["title"]
    yield "summary", package["summary"]
    for standard in package["standards"]:
        yield f"{standard['number']} title", standard["title"]
        yield f"{standard['number']} purpose", standard["purpose"]
        for criterion in standard.get("criteria", ()):
            yield from texts_of(criterion)


def texts_of(criterion):
    """Every text of a criterion with its place."""
    for name in ("text", "look_at"):
        yield f"{criterion['number']} {name}", criterion[name]
    for name in ("evidence", "questions", "strength", "risk"):
        for place, one in enumerate(criterion[name]):
            yield f"{criterion['number']} {name} {place}", one.get("text", one)


def test_preschool_education_has_its_nine_standards():
    assert titles("preschool_internal") == {
        "1": "Quality policy",
        "2": "Safety and health of children",
        "3": "Development and approval of general education curricula for preschool education and training",
        "4": "Upbringing, training and assessment of progress in the development of the child",
        "5": "Teaching staff and staff",
        "6": "Interaction and relationships: teacher, educator, parent and child",
        "7": "Developing environment",
        "8": "Public information",
        "9": "Periodic external quality assurance",
    }


def test_secondary_education_has_its_ten_standards():
    assert titles("secondary_internal") == {
        "1": "Quality policy",
        "2": "Development and approval of general education curricula of secondary education",
        "3": "Training and assessment: methodology, technologies, methods and assessment system",
        "4": "Educational process and its relationship with learning",
        "5": "Student achievement, progress in development, recognition of learning outcomes",
        "6": "Teaching staff and staff",
        "7": "Interaction and relationships: educator, teacher, parent and child",
        "8": "Educational and material resources and participation of teachers and students in management",
        "9": "Public information",
        "10": "Periodic external quality assurance",
    }


def test_vocational_education_has_its_nine_standards():
    assert titles("vocational_internal") == {
        "1": "Quality policy",
        "2": "Development of educational programmes in the specialties of technical and vocational education",
        "3": "Forms, methods and technologies of learning and teaching",
        "4": "Admission of students, academic performance, assignment of qualifications",
        "5": "Teachers and mentors from production",
        "6": "Educational process and involvement of students in management",
        "7": "Educational and material resources",
        "8": "Public information",
        "9": "Periodic quality assurance in education",
    }


def test_higher_education_has_its_ten_internal_standards():
    assert titles("higher_internal") == {
        "1": "Quality policy",
        "2": "Development and approval of educational programmes",
        "3": "Student-centred learning, teaching and assessment",
        "4": "Student admission, academic performance, recognition and certification",
        "5": "Teaching staff",
        "6": "Learning resources and student support system",
        "7": "Information management",
        "8": "Public information",
        "9": "Continuous monitoring and periodic evaluation of programmes",
        "10": "Periodic external quality assurance",
    }


def test_higher_education_has_its_seven_external_standards():
    assert titles("higher_external") == {
        "E1": "Accounting for internal quality assurance data",
        "E2": "Development of a methodology that meets the goals set",
        "E3": "Process implementation",
        "E4": "Involved experts",
        "E5": "Outcome criteria",
        "E6": "Reporting",
        "E7": "Complaints and appeals",
    }


def test_additional_education_has_its_eight_standards():
    assert titles("additional_internal") == {
        "1": "Quality policy",
        "2": "Development, approval and implementation of additional education programmes",
        "3": "Student-centred learning and assessment",
        "4": "Admission to programmes, recognition and certification of the results of additional education",
        "5": "Training staff",
        "6": "Resource provision of additional education",
        "7": "Information policy",
        "8": "Periodic internal and external quality assurance",
    }


def test_teacher_education_has_its_eight_standards():
    assert titles("teacher_education") == {
        "1": "Content of educational programmes for teacher training and pedagogical knowledge",
        "2": "Base of teaching practice and support (mentoring) of graduates",
        "3": "Acceptance of students",
        "4": "Academic support for students",
        "5": "Feedback and continuous improvement",
        "6": "Teaching staff",
        "7": "Resources",
        "8": "Pedagogical research",
    }


@pytest.mark.requirement("R266")
def test_kindergartens_and_schools_have_the_six_directions_of_iqaa_in_its_own_kazakh_words():
    package = content("iqaa_school")
    assert [one["title"]["kk"] for one in package["standards"]] == [
        "Миссия, көшбасшылық және басқару",
        "Қарым-қатынас",
        "Оқу жоспары, тәрбие және үлгерімді бағалау",
        "Балалар денсаулығы және қауіпсіздігі",
        "Педагогтар құрамының және қызметкерлердің біліктілігі",
        "Физикалық орта",
    ]
    assert package["levels"] == ["preschool", "secondary"]


def test_accreditation_bodies_have_twenty_duties_each_with_its_paragraph():
    duties = content("agency_duties")["standards"]
    assert [one["requirement"] for one in duties] == [f"R{number}" for number in range(213, 233)]
    assert [one["number"] for one in duties if "¶2" not in one["source"]] == []


def test_every_set_of_the_guidelines_and_of_the_agency_is_whole_and_frames_quote_titles_only():
    whole = {key for key in KEYS if content(key)["complete"]}
    assert whole == set(WHOLE)
    assert {key for key in KEYS if content(key)["kind"] == "frame"} == set(KEYS) - whole


@pytest.mark.requirement("R267")
@pytest.mark.parametrize("key", WHOLE)
def test_a_standard_has_at_least_four_criteria_and_a_criterion_all_that_an_expert_needs(key):
    for standard in content(key)["standards"]:
        assert len(standard["criteria"]) >= 4, standard["number"]
        for criterion in standard["criteria"]:
            assert 2 <= len(criterion["evidence"]) <= 4, criterion["number"]
            assert len(criterion["questions"]) == 2, criterion["number"]
            assert criterion["strength"], criterion["number"]
            assert criterion["risk"], criterion["number"]


@pytest.mark.parametrize("key", WHOLE)
def test_no_text_is_longer_than_one_reads_at_a_glance(key):
    for criterion in (one for standard in content(key)["standards"] for one in standard["criteria"]):
        for place, text in texts_of(criterion):
            most = 400 if place.endswith("look_at") else 300
            assert max(map(len, text.values())) <= most, place


@pytest.mark.parametrize("key", WHOLE)
def test_every_criterion_names_the_paragraph_that_it_comes_from_and_says_something_of_its_own(key):
    criteria = [one for standard in content(key)["standards"] for one in standard["criteria"]]
    assert [one["number"] for one in criteria if not re.search(r"¶\d+", one["source"])] == []
    for code in LANGUAGES:
        assert len({one["text"][code] for one in criteria}) == len(criteria)


@pytest.mark.requirement("R050", "R084", "R125", "R159", "R192", "R209")
@pytest.mark.parametrize("key", [key for key in WHOLE if key != "agency_duties"])
def test_inclusion_is_reflected_in_the_criteria_in_all_three_languages(key):
    criteria = [one for standard in content(key)["standards"] for one in standard["criteria"]]
    for code, word in (("kk", "инклюзи"), ("ru", "инклюзи"), ("en", "inclusi")):
        assert sum(word in str([text[code] for _place, text in texts_of(one)]).lower() for one in criteria) >= 2, code


@pytest.mark.requirement("R197", "R199")
def test_teacher_education_names_three_key_indicators_and_practice_of_28_credits():
    first = content("teacher_education")["standards"][0]["criteria"]
    assert sum("key indicator" in one["text"]["en"].lower() for one in first) == 3
    practice = [one for one in first if "28" in one["text"]["en"]]
    assert practice
    assert all("28" in practice[0]["text"][code] for code in LANGUAGES)


@pytest.mark.parametrize("key", KEYS)
def test_every_text_differs_between_the_languages_and_kazakh_is_kazakh(key):
    every = list(texts(content(key)))
    same = [place for place, text in every if len({text[code].strip() for code in LANGUAGES}) < 3]
    assert same == []
    kazakh = " ".join(text["kk"] for _place, text in every)
    assert all(letter in kazakh for letter in "әғқңөұүі")
    assert not any(letter in " ".join(text["ru"] for _place, text in every) for letter in "әғқңөұүһі")


@pytest.mark.parametrize("key", KEYS)
def test_every_package_is_named_by_its_key_and_every_standard_names_its_requirement(key):
    package = content(key)
    assert package["key"] == key
    assert package["kind"] == "frame" or [one["number"] for one in package["standards"] if not one.get("requirement")] == []


@pytest.mark.parametrize("key", KEYS)
def test_a_package_reads_back_from_yaml_and_from_json_to_the_same_content(key):
    package = parse((PACKAGES / f"{key}.yaml").read_bytes())
    assert parse(package.as_yaml().encode()) == package
    assert parse(package.as_json().encode()) == package
    assert package.as_yaml().startswith(f"# sha256: {package.checksum}\n")
