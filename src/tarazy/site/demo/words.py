"""What people of the demonstration write, in Kazakh, Russian and English. Invented, and neutral."""

ANSWERS = {
    "kk": (
        "Бұл жұмыс бекітілген тәртіппен жүргізіледі, жауапты адамдар мен мерзімдер көрсетілген. Нәтижелері жылына екі рет талқыланады.",
        "Тәртіп сайтта жарияланған. Соңғы оқу жылында оған білім алушылар мен жұмыс берушілердің ұсыныстары бойынша өзгерістер енгізілді.",
        "Деректер үш жыл бойы жиналып келеді; олардың өзгеруі есепте талданып, түзету шаралары жоспарланған.",
    ),
    "ru": (
        "Эта работа ведётся по утверждённому порядку, названы ответственные и сроки. Результаты обсуждаются два раза в год.",
        "Порядок опубликован на сайте. За последний учебный год он изменён по предложениям обучающихся и работодателей.",
        "Данные собираются три года; их динамика разобрана в отчёте, корректирующие меры запланированы.",
    ),
    "en": (
        "This work follows an approved procedure that names people and dates. Its results are discussed twice a year.",
        "The procedure is published on the website. Last year it was changed on the proposals of students and employers.",
        "Data have been collected for three years; their trend is analysed in the report, and corrective actions are planned.",
    ),
}
ANALYSIS = {
    "kk": "Топ құжаттарды зерделеп, басшылықпен, педагогтермен және білім алушылармен сұхбат өткізді. Айтылғандар құжаттармен расталды.",
    "ru": "Группа изучила документы и встретилась с руководством, педагогами и обучающимися. Сказанное подтверждается документами.",
    "en": "The panel studied the documents and met the management, teachers and learners. What was said is borne out by the documents.",
}
RECOMMENDATION = {
    "kk": "Нәтижелерді талқылау хаттамаларында қабылданған шараның мерзімі мен нәтижесін көрсету ұсынылады.",
    "ru": "Рекомендуется указывать в протоколах обсуждения срок и результат каждой принятой меры.",
    "en": "It is recommended that the minutes name the date and the result of every measure agreed.",
}
REMARK = {
    "kk": "Соңғы жылғы сауалнаманың нәтижелері сайтта жарияланбаған.",
    "ru": "Результаты опроса последнего года не опубликованы на сайте.",
    "en": "The results of last year’s survey are not published on the website.",
}
PRACTICE = {
    "kk": "Жас педагогтерге тәлімгерлік жүйелі түрде ұйымдастырылған.",
    "ru": "Наставничество для молодых педагогов организовано как система.",
    "en": "Mentoring of young teachers is organised as a system.",
}
DESCRIPTION = {
    "kk": "Ұйым білім беру бағдарламаларын екі тілде жүзеге асырады. Материалдық база соңғы екі жылда жаңартылды.",
    "ru": "Организация ведёт обучение на двух языках. Материальная база обновлена за последние два года.",
    "en": "The organisation teaches in two languages. Its premises and equipment were renewed in the last two years.",
}
SUMMARY = {
    "kk": "Жоспарланған кездесулер өтті, келісілген мәселелер хаттамаға енгізілді.",
    "ru": "Запланированные встречи прошли, договорённости внесены в протокол.",
    "en": "The planned meetings were held, and what was agreed is in the minutes.",
}
GROUNDS = {
    "kk": "Сарапшы былтыр осы ұйымда сағаттық негізде жұмыс істеген.",
    "ru": "В прошлом году эксперт работал в организации на почасовой основе.",
    "en": "Last year the expert worked for the organisation by the hour.",
}
TOPIC = {
    "kk": "Өзін-өзі бағалау және аккредиттеу рәсімі",
    "ru": "Самооценка и процедура аккредитации",
    "en": "Self-assessment and the accreditation procedure",
}
SESSIONS = {
    "kk": ("Басшылықпен кездесу", "Педагогтермен кездесу", "Білім алушылармен кездесу"),
    "ru": ("Встреча с руководством", "Встреча с педагогами", "Встреча с обучающимися"),
    "en": ("Meeting with the management", "Meeting with teachers", "Meeting with learners"),
}
POST = {"kk": "Агенттік президенті", "ru": "Президент агентства", "en": "President of the agency"}
REASONS = {
    "kk": "Өтінім агенттіктің бейініне сәйкес келеді, сарапшылар бар.",
    "ru": "Заявка соответствует профилю агентства, эксперты есть.",
    "en": "The application fits the agency’s profile, and experts are available.",
}
