"""Each standard of the Guidelines asks, in its purpose and its criteria, for all that its requirement names."""

import pytest

from tests.reference.standards.test_packages import content


def missing(key, demands):
    """The words of the demands that the standards made for them do not say, each with its demand."""
    said: dict[str, str] = {}
    for one in content(key)["standards"]:
        texts = [one["title"], one["purpose"], *(criterion["text"] for criterion in one["criteria"])]
        said[one["requirement"]] = f"{said.get(one['requirement'], '')} {' '.join(text['en'] for text in texts)}".casefold()
    assert list(said) == list(demands)
    return [(demand, word) for demand, words in demands.items() for word in words.split(";") if word.casefold() not in said[demand]]


@pytest.mark.requirement("R041", "R042", "R043", "R044", "R045", "R046", "R047", "R048", "R049")
def test_preschool_standards_ask_for_what_their_requirements_name():
    demands = {
        "R041": "continuous improvement;management, financial reporting, health, nutrition and safety;personnel policy;team stable",
        "R042": "safe environment;equipment;full, healthy meals;protect children and staff from disease;make healthy choices",
        "R043": "Health, Communication, Cognition, Creativity, Society;communicate and act together;play areas;physical and psychological;"
        "inclusive education;social and emotional;physical development;language development;elementary mathematical",
        "R044": "not graded;follow development and to plan;no marks;sets no requirements for a graduate's level;curious;self-confident;"
        "sociable;in a team;critical thinker;creative;independent;at ease among people;eager to go to school",
        "R045": "competent teachers, educators and nannies;supportive environment;professional development of teachers and administrators",
        "R046": "teacher, educator, parent and child;relationships between children and adults;families are joined by a good relationship",
        "R047": "funding is sufficient;safe;indoors and outdoors;furniture;learning materials",
        "R048": "official website;open;accessible;objective;up-to-date",
        "R049": "preventive control;unscheduled inspections;state certification",
    }
    assert missing("preschool_internal", demands) == []


@pytest.mark.requirement("R074", "R075", "R076", "R077", "R078", "R079", "R080", "R081", "R082", "R083")
def test_secondary_standards_ask_for_what_their_requirements_name():
    demands = {
        "R074": "drawn up its quality policy;open to the public;part of strategic management",
        "R075": "aims;expected learning outcomes;language that teacher, pupil and parent understand;global citizenship;intercultural;"
        "digital citizenship;reviewed systematically;evaluated and revised;pupils' results",
        "R076": "inclusive methods;clear criteria;Data on performance are collected systematically and given to the pupil, the parents",
        "R077": "Educational process and its relationship with learning;upbringing and teaching are planned and run together",
        "R078": "plan for assessing;formal ways;informal;interests and needs;progress is described;curriculum is adapted;individualised",
        "R079": "enough teachers;experience and qualifications;labour law;professional development;code of ethics;employment contract;pay",
        "R080": "educator, teacher, parent and child;relationships between teachers, pupils and parents",
        "R081": "space;safety;technology systems;secure them and protect data and privacy;teachers and pupils take part in managing",
        "R082": "official website;clear;objective;up to date",
        "R083": "MODO;preventive control;unscheduled inspections;state certification;institutional accreditation",
    }
    assert missing("secondary_internal", demands) == []


@pytest.mark.requirement("R117", "R118", "R119", "R120", "R121", "R122", "R123", "R124")
def test_vocational_standards_ask_for_what_their_requirements_name():
    demands = {
        "R117": "responsibility and authority for quality are clearly delegated;uniform rules;evaluation criteria",
        "R118": "academic independence;employers;state compulsory standard;professional standards;WorldSkills standards;"
        "learning outcomes;expert examination;Register of educational programmes",
        "R119": "freely chooses;distance learning;dual training",
        "R120": "admissions committee;itself sets the forms, order and frequency;final examinations;graduation project;"
        "thesis defended together with an examination;demonstration exam;independent experts;WorldSkills;"
        "working qualification;qualification exam;at an enterprise or educational organisation equipped",
        "R121": "qualification characteristics;dual training is assigned a mentor;trained in mentoring before starting",
        "R122": "directions, activities, responsible persons and deadlines;elected to the college's collegial;make proposals",
        "R123": "classrooms, laboratories and workshops;library, sports hall, assembly hall, first-aid post and dining room;"
        "methodological;Internet;freely available",
        "R124": "social partners, employers, students and parents;meetings;website, the media and social networks;"
        "constantly monitors how effective;effective measures",
    }
    assert missing("vocational_internal", demands) == []


@pytest.mark.requirement("R149", "R150", "R151", "R152", "R153", "R154", "R155", "R156", "R157", "R158")
def test_internal_standards_of_higher_education_ask_for_what_their_requirements_name():
    demands = {
        "R149": "publicly available;part of strategic management",
        "R150": "learning outcomes;national register of educational programmes;level of the National Qualifications Framework",
        "R151": "Students take part in developing;own learning paths;self-government;collegiate",
        "R152": "student life cycle;formal, non-formal",
        "R153": "licensing requirements;open competition;professional development",
        "R154": "sufficiently funded;have access to",
        "R155": "collects, analyses and uses;Students and staff take part;planning corrective action",
        "R156": "official website;in the media;clear, accurate, objective, up to date and accessible",
        "R157": "monitors and updates;periodic evaluation;stakeholders are informed in good time of any action planned or taken",
        "R158": "independent external audit;financial;inspections;institutional accreditation;(programme) accreditation",
    }
    assert missing("higher_internal", demands) == []


@pytest.mark.requirement("R173", "R174", "R175", "R176", "R177", "R178")
def test_external_standards_of_higher_education_ask_for_what_their_requirements_name():
    demands = {
        "R173": "cover every standard of internal quality assurance",
        "R174": "agreed with all stakeholders;what it costs;work a procedure causes;supports the institution;show the improvement;"
        "made clear",
        "R175": "reliable;useful;set in advance;applied alike;published;self-assessment, visit of the expert panel,;follow-up",
        "R176": "students among them;carefully selected;skills and competence",
        "R177": "clear, published criteria applied consistently;public, clearly structured;context;procedure and the experts;"
        "evidence and its analysis;conclusions;good practice;recommendations",
        "R178": "clearly set out;part of the external evaluation procedures;complaint;appeal",
    }
    assert missing("higher_external", demands) == []


@pytest.mark.requirement("R187", "R188", "R189", "R190", "R191")
def test_standards_of_additional_education_ask_for_what_their_requirements_name():
    demands = {
        "R187": "publicly available;strategic management;expected learning outcomes;certification on completing;"
        "National Qualifications System",
        "R188": "student-centred;adequate system;rules for admission;rules for recognising;rules of certification",
        "R189": "competition;funding;access;support system",
        "R190": "official website;clear, accurate, objective and up to date;accessible",
        "R191": "internal quality assurance procedures;external evaluation;external audit;financial;checks by the authorised body",
    }
    assert missing("additional_internal", demands) == []


@pytest.mark.requirement("R197", "R202", "R203", "R204", "R205", "R206", "R207", "R208")
def test_standards_of_teacher_education_ask_for_what_their_requirements_name():
    demands = {
        "R197": "indicator – content;indicator – teaching practice;indicator – professional responsibility;first aid;emergency;inclusive",
        "R202": "practice bases sufficient in number and level;shared responsibility;mentoring;national qualification test",
        "R203": "gifted;teaching-minded;partners;short supply;urban and rural;special educational needs;language of instruction;profile",
        "R204": "from admission to graduation;consulting;mentoring;mobility;transferred",
        "R205": "employers, students and their parents, graduates and society;content or the delivery of programmes is changed;"
        "validated, representative;changes, innovations and their impact are documented",
        "R206": "hold a degree or have practical experience of teaching in a school;technology;regular individual feedback",
        "R207": "finance;staff;campus;better equipped than school;academic calendar, elective catalogues;grading rules",
        "R208": "the consequences of applying them;KERA on 9 September 2020, Minutes No. 2",
    }
    assert missing("teacher_education", demands) == []
