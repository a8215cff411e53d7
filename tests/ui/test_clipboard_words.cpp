// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/settings/settings_screen.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// Literals that stand side by side in the source are one.
QStringList textsIn(const QString &source)
{
    static const QRegularExpression literals(u"(?:\"(?:[^\"\\\\\\n]|\\\\.)*\"\\s*)+"_s);
    static const QRegularExpression seam(u"\"\\s*\""_s);
    QStringList texts;
    auto found = literals.globalMatch(source);
    while (found.hasNext())
        texts += found.next().captured().trimmed().remove(seam);
    return texts;
}

/// Sentences about the clipboard.
QStringList sentencesIn(const QString &text)
{
    static const QRegularExpression end(u"(?<=[.!?])\\s+"_s);
    return text.split(end).filter(u"clipboard"_s, Qt::CaseInsensitive);
}

/// Some clipboard managers keep what they are asked not to keep, so nobody can promise what they hold.
bool promisesTooMuch(const QString &sentence)
{
    static const QRegularExpression others(
        u"clipboard('s)? (manager|histor)|(manager|histor)[a-z]* of the clipboard|every copy|nothing .*keeps"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression honest(u"\\b(may|some|can|might)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    return sentence.contains(others) && !sentence.contains(honest);
}

} // namespace

/// Row C6.
class TestClipboardWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void findsAPromise_data();
    void findsAPromise();
    void c6NoSentencePromisesTooMuch();
    void c6TheSettingsSayIt();
};

void TestClipboardWords::findsAPromise_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("promises");
    QTest::newRow("promise") << u"tr(\"It is removed from the clipboard manager too.\")"_s << true;
    QTest::newRow("promise over two lines")
        << u"tr(\"It is gone. It leaves the clipboard\"\n   \" history at once.\")"_s << true;
    QTest::newRow("honest") << u"tr(\"A clipboard manager may keep its own copy.\")"_s << false;
    QTest::newRow("of itself") << u"tr(\"The clipboard clears in %2 s\")"_s << false;
}

void TestClipboardWords::findsAPromise()
{
    QFETCH(const QString, source);
    bool found = false;
    for (const QString &text : textsIn(source)) {
        for (const QString &sentence : sentencesIn(text))
            found = found || promisesTooMuch(sentence);
    }
    QTEST(found, "promises");
}

void TestClipboardWords::c6NoSentencePromisesTooMuch()
{
    int sentences = 0;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator files(qEnvironmentVariable("ACX_SOURCE_DIR") + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QFile::ReadOnly));
            for (const QString &text : textsIn(QString::fromUtf8(file.readAll()))) {
                for (const QString &sentence : sentencesIn(text)) {
                    ++sentences;
                    QVERIFY2(!promisesTooMuch(sentence), qPrintable(file.fileName() + ": "_L1 + sentence));
                }
            }
        }
    }
    QVERIFY(sentences > 10); // it did read them
}

void TestClipboardWords::c6TheSettingsSayIt()
{
    ScreenBench bench;
    SettingsScreen screen(bench.services());
    bench.show(screen);
    QString told;
    for (const QLabel *label : part<QSpinBox>(screen, "clipboardTime")->parentWidget()->findChildren<QLabel *>())
        told += label->text() + u'\n';
    QVERIFY2(told.contains(u"A clipboard manager may keep its own copy."_s), qPrintable(told));
    QVERIFY2(told.contains(u"if it is still there"_s), qPrintable(told));
}

ACX_WIDGET_TEST_MAIN(TestClipboardWords)
#include "test_clipboard_words.moc"
