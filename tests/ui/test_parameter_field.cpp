// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_value.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/explorer/parameter_field.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/widgets/controls.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

OperationParameter parameterOf(const QString &type, bool required = false, const QStringList &choices = {})
{
    OperationParameter parameter;
    parameter.name = u"limit"_s;
    parameter.type = type;
    parameter.required = required;
    parameter.choices = choices;
    QList<JsonValue> allowed;
    for (const QString &choice : choices)
        allowed.append(JsonValue::string(choice));
    QList<JsonValue::Member> schema;
    if (!type.isEmpty())
        schema.append({u"type"_s, JsonValue::string(type)});
    if (!allowed.isEmpty())
        schema.append({u"enum"_s, JsonValue::array(allowed)});
    parameter.schema = JsonValue::object(schema).toJson();
    return parameter;
}

void show(QWidget &widget)
{
    widget.resize(400, 200);
    widget.show();
    widget.activateWindow();
}

} // namespace

class TestParameterField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void tellsNamePlaceAndMarks();
    void hasAnEditorForEachType_data();
    void hasAnEditorForEachType();
    void showsDefaultAndDescription();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void takesSeveralValues();
    void keepsAValueThatIsNoChoice();
    void tellsWhatAValueStandsFor();
};

void TestParameterField::tellsNamePlaceAndMarks()
{
    ScreenBench bench;
    OperationParameter parameter = parameterOf(u"string"_s, true);
    parameter.deprecated = true;
    ParameterField field(bench.services().theme, parameter);
    show(field);
    QCOMPARE(field.objectName(), u"parameter:query:limit"_s);
    const QString spoken = part(field, "value:query:limit")->accessibleName();
    for (const QString &word : {u"limit"_s, u"query"_s, u"deprecated"_s, u"required"_s})
        QVERIFY2(spoken.contains(word), qPrintable(spoken));
    const QList<QLabel *> labels = field.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text() == u"*"_s; }));
}

void TestParameterField::hasAnEditorForEachType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("choices");
    QTest::addColumn<QByteArray>("editor");
    QTest::addColumn<QString>("value");
    QTest::newRow("text") << u"string"_s << QStringList() << QByteArray("QLineEdit") << u"a b"_s;
    QTest::newRow("number") << u"integer"_s << QStringList() << QByteArray("QLineEdit") << u"12345678901234567890"_s;
    QTest::newRow("enum") << u"string"_s << QStringList{u"draft"_s, u"published"_s} << QByteArray("QComboBox")
                          << u"published"_s;
    QTest::newRow("boolean") << u"boolean"_s << QStringList() << QByteArray("QComboBox") << u"false"_s;
    QTest::newRow("no type") << QString() << QStringList() << QByteArray("QLineEdit") << u"x"_s;
}

void TestParameterField::hasAnEditorForEachType()
{
    QFETCH(const QString, type);
    QFETCH(const QStringList, choices);
    QFETCH(const QByteArray, editor);
    QFETCH(const QString, value);
    ScreenBench bench;
    ParameterField field(bench.services().theme, parameterOf(type, false, choices));
    show(field);
    QWidget *control = part(field, "value:query:limit");
    QVERIFY(control->inherits(editor.constData()));
    QVERIFY(field.values().isEmpty());
    QSignalSpy changed(&field, &ParameterField::changed);
    if (auto *box = qobject_cast<QComboBox *>(control))
        box->setCurrentText(value);
    else
        ::type(field, "value:query:limit", value);
    QCOMPARE(field.values(), QStringList{value});
    QVERIFY(!changed.isEmpty());
    field.setValues({});
    QVERIFY(field.values().isEmpty());
    field.setValues({value});
    QCOMPARE(field.values(), QStringList{value});
    QVERIFY(field.check());
}

void TestParameterField::showsDefaultAndDescription()
{
    ScreenBench bench;
    OperationParameter parameter = parameterOf(u"integer"_s);
    parameter.defaultValue = u"50"_s;
    parameter.description = u"How many at most."_s;
    ParameterField field(bench.services().theme, parameter);
    show(field);
    QCOMPARE(part<QLineEdit>(field, "value:query:limit")->placeholderText(), u"50"_s);
    QVERIFY(field.values().isEmpty());
    const QList<ElidedLabel *> labels = field.findChildren<ElidedLabel *>();
    const bool told = std::any_of(labels.cbegin(), labels.cend(),
                                  [&](const ElidedLabel *label) { return label->fullText() == parameter.description; });
    QVERIFY(told);
}

void TestParameterField::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("required");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    QTest::newRow("no integer") << u"integer"_s << false << u"ten"_s << u"10"_s;
    QTest::newRow("a fraction") << u"integer"_s << false << u"1.5"_s << u"1"_s;
    QTest::newRow("no number") << u"number"_s << false << u"1,5"_s << u"1.5"_s;
    QTest::newRow("missing") << u"string"_s << true << QString() << u"x"_s;
}

void TestParameterField::tellsWhatIsWrong()
{
    QFETCH(const QString, type);
    QFETCH(const bool, required);
    QFETCH(const QString, wrong);
    QFETCH(const QString, right);
    ScreenBench bench;
    ParameterField field(bench.services().theme, parameterOf(type, required));
    show(field);
    ::type(field, "value:query:limit", wrong);
    QVERIFY(!isShown(field, "problem:query:limit")); // not while it is being typed
    QVERIFY(!field.check());
    QVERIFY(isShown(field, "problem:query:limit"));
    QVERIFY(!textOf(field, "problem:query:limit").isEmpty());
    const QWidget *control = part(field, "value:query:limit");
    QCOMPARE(control->accessibleDescription(), textOf(field, "problem:query:limit"));
    ::type(field, "value:query:limit", right);
    QVERIFY(!isShown(field, "problem:query:limit")); // it goes at once
    QVERIFY(control->accessibleDescription().isEmpty());
    QVERIFY(field.check());
}

void TestParameterField::takesSeveralValues()
{
    ScreenBench bench;
    ParameterField field(bench.services().theme, parameterOf(u"array"_s));
    show(field);
    type(field, "value:query:limit:0", u"one"_s);
    click(field, "value:query:limit:add");
    type(field, "value:query:limit:1", u"two"_s);
    click(field, "value:query:limit:add"); // stays empty
    QCOMPARE(field.values(), QStringList({u"one"_s, u"two"_s}));
    click(field, "value:query:limit:remove0");
    QCOMPARE(field.values(), QStringList{u"two"_s});
    QCOMPARE(part<QLineEdit>(field, "value:query:limit:0")->text(), u"two"_s);
    field.setValues({u"a"_s, u"b"_s, u"c"_s});
    QCOMPARE(field.values(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    field.setValues({});
    QVERIFY(field.values().isEmpty());
}

void TestParameterField::keepsAValueThatIsNoChoice()
{
    ScreenBench bench;
    ParameterField field(bench.services().theme, parameterOf(u"string"_s, false, {u"one"_s, u"two"_s}));
    show(field);
    field.setValues({u"three"_s});
    QCOMPARE(field.values(), QStringList{u"three"_s});
    QVERIFY(!field.check());
    QVERIFY(isShown(field, "problem:query:limit"));
}

void TestParameterField::tellsWhatAValueStandsFor()
{
    ScreenBench bench;
    ParameterField field(bench.services().theme, parameterOf(u"string"_s));
    show(field);
    ParameterLine *line = field.line();
    QVERIFY(line);
    QSignalSpy wanted(line, &ParameterLine::offersWanted);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(wanted.size(), 0); // there are no offers
    line->setHasOffers(true);
    QTest::keyClick(line, Qt::Key_Down);
    QTest::mouseClick(line, Qt::LeftButton);
    QCOMPARE(wanted.size(), 2);
    line->setText(u"acme"_s);
    line->setNote(u"Acme Ltd"_s);
    QCOMPARE(line->note(), u"Acme Ltd"_s);
    QCOMPARE(line->toolTip(), u"Acme Ltd"_s);
    line->setNote(u"<b>Acme</b>"_s); // no markup
    QVERIFY(line->toolTip().contains(u"&lt;b&gt;"_s));
    QTest::keyClicks(line, u"x"_s);
    QVERIFY(line->note().isEmpty());
}

ACX_WIDGET_TEST_MAIN(TestParameterField)
#include "test_parameter_field.moc"
