// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/cli/exit_code.h"
#include "app/cli/help.h"
#include "app/cli/output.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QList<QByteArray> words(const QByteArray &line)
{
    return line.isEmpty() ? QList<QByteArray>() : line.split(' ');
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void optionsStandAnywhere_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("after") << "call GET /v1/me --profile work --json -i"_ba;
        QTest::newRow("before") << "--profile work --json -i call GET /v1/me"_ba;
        QTest::newRow("between") << "call --profile=work GET --json /v1/me -i"_ba;
        QTest::newRow("long for short") << "--include --json call GET /v1/me --profile work"_ba;
        QTest::newRow("after the end of options") << "--json -i --profile work call -- GET /v1/me"_ba;
    }
    void optionsStandAnywhere()
    {
        QFETCH(QByteArray, line);
        const Result<CommandLine> parsed = CommandLine::parse(words(line));
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message()));
        QVERIFY(parsed->command() == CommandId::Call);
        QCOMPARE(parsed->text(Option::Profile), u"work"_s);
        QVERIFY(parsed->has(Option::Json));
        QVERIFY(parsed->has(Option::Include));
        QCOMPARE(parsed->argumentCount(), 2);
        QCOMPARE(parsed->argument(0), u"GET"_s);
        QCOMPARE(parsed->argument(1), u"/v1/me"_s);
    }

    void valuesAreTakenAsTheyAre()
    {
        const Result<CommandLine> parsed = CommandLine::parse(
            {"call", "POST", "/x", "-d", "-5 \xff=", "-HA: 1", "-H", "B: 2", "--header=C: =3", "-ioout.bin"});
        QVERIFY(parsed);
        QCOMPARE(parsed->bytes(Option::Data), "-5 \xff="_ba);
        QCOMPARE(parsed->all(Option::Header), (QList<QByteArray>{"A: 1", "B: 2", "C: =3"}));
        QVERIFY(parsed->has(Option::Include));
        QCOMPARE(parsed->text(Option::Output), u"out.bin"_s);
    }

    void emptyDataIsData()
    {
        const Result<CommandLine> parsed = CommandLine::parse({"call", "POST", "/x", "-d", ""});
        QVERIFY(parsed);
        QVERIFY(parsed->has(Option::Data));
        QCOMPARE(parsed->bytes(Option::Data), QByteArray());
    }

    void aDashIsAnArgument()
    {
        const Result<CommandLine> parsed = CommandLine::parse({"decode", "-", "--keys", "k.pem"});
        QVERIFY(parsed);
        QCOMPARE(parsed->argument(0), u"-"_s);
        const Result<CommandLine> file = CommandLine::parse({"token", "--key-file", "-"});
        QVERIFY(file);
        QCOMPARE(file->text(Option::KeyFile), u"-"_s);
    }

    void wrongUseIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("named");
        QTest::newRow("nothing") << ""_ba << u"command is missing"_s;
        QTest::newRow("only options") << "--json"_ba << u"command is missing"_s;
        QTest::newRow("unknown command") << "frobnicate"_ba << u"frobnicate"_s;
        QTest::newRow("unknown option") << "token --frob"_ba << u"--frob"_s;
        QTest::newRow("unknown letter") << "call GET /x -x"_ba << u"-x"_s;
        QTest::newRow("option of another command") << "token -i"_ba << u"--include"_s;
        QTest::newRow("option of another command, before") << "--keys k profiles"_ba << u"--keys"_s;
        QTest::newRow("value missing") << "token --profile"_ba << u"--profile"_s;
        QTest::newRow("value empty") << "token --profile="_ba << u"--profile"_s;
        QTest::newRow("value not wanted") << "token --json=yes"_ba << u"--json"_s;
        QTest::newRow("twice") << "--profile a token --profile b"_ba << u"twice"_s;
        QTest::newRow("argument missing") << "call"_ba << u"METHOD"_s;
        QTest::newRow("argument too many") << "token now"_ba << u"now"_s;
        QTest::newRow("import without file") << "import --name n --deployment v5"_ba << u"import"_s;
        QTest::newRow("two keys") << "token --profile a --key-file b"_ba << u"exclude"_s;
        QTest::newRow("sandbox and profile") << "--sandbox token --profile a"_ba << u"--sandbox"_s;
        QTest::newRow("sandbox and key file") << "call GET /x --key-file k --sandbox"_ba << u"--key-file"_s;
        QTest::newRow("two keys where none is used") << "deployments --sandbox --profile a"_ba << u"exclude"_s;
    }
    void wrongUseIsNamed()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, named);
        const Result<CommandLine> parsed = CommandLine::parse(words(line));
        QVERIFY(!parsed);
        QCOMPARE(exitCodeOf(parsed.error().kind), ExitCode::WrongUse);
        QVERIFY2(parsed.error().sentence.contains(named), qPrintable(parsed.error().sentence));
        QVERIFY(parsed.error().nextStep.contains("acx help"_L1));
    }

    void helpNeedsNothingElse()
    {
        QVERIFY(CommandLine::parse({"--help"}));
        QVERIFY(CommandLine::parse({"call", "-h"}));
        QVERIFY(CommandLine::parse({"--version"}));
    }

    void helpTellsEveryCommandAndOption()
    {
        const QByteArray general = helpText();
        for (const CommandSpec &command : commandTable()) {
            QVERIFY2(general.contains(QByteArray("\n  ") + command.name), command.name);
            const QByteArray text = helpText(command);
            for (const OptionSpec &option : optionTable()) {
                const bool taken = isCommonOption(option.option) || command.options.contains(option.option);
                QCOMPARE(text.contains(QByteArray("--") + option.name + (option.value ? " " : "")) || !taken, true);
            }
        }
        const QList<QByteArray> lines = general.split('\n');
        for (const QByteArray &line : lines)
            QVERIFY2(line.size() <= 120, line.constData());
    }

    void manualTellsEveryCommandAndOption()
    {
        QFile manual(qEnvironmentVariable("ACX_SOURCE_DIR") + "/packaging/man/acx.1"_L1);
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QByteArray text = manual.readAll();
        for (const CommandSpec &command : commandTable())
            QVERIFY2(text.contains(QByteArray(".Cm ") + command.name), command.name);
        for (const OptionSpec &option : optionTable())
            QVERIFY2(text.contains(QByteArray("Fl -") + option.name) || text.contains(QByteArray(", -") + option.name),
                     option.name);
    }

    void controlCharactersAreMadeVisible()
    {
        QCOMPARE(printable(u"a\u001b[31mb\nc\u202ed"_s), u"a\\u{1b}[31mb\\u{a}c\\u{202e}d"_s);
        QCOMPARE(printable(u"Grüße “x” 日本 👍"_s), u"Grüße “x” 日本 👍"_s);
    }
};

ACX_TEST_MAIN(TestCommandLine)
#include "test_command_line.moc"
