// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/fault_outcome.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace acx {

Error errorOf(const Result<HttpResponse> &result)
{
    return !result ? result.error() : result->problem.value_or(result->redirectRefused.value_or(Error()));
}

QByteArray tale(const Result<HttpResponse> &result)
{
    const Error error = errorOf(result);
    return (error.message() + u'\n' + error.details()).toUtf8();
}

void checkFaultWords(const Error &told, const FaultRow &row, const QUrl &url, const QByteArray &canary)
{
    if (told.sentence.isEmpty())
        return;
    QVERIFY2(told.sentence.contains(u"127.0.0.1:%1"_s.arg(url.port())), qPrintable(told.message()));
    QVERIFY2(!told.nextStep.isEmpty(), qPrintable(told.sentence));
    QVERIFY2(!told.message().contains("Unknown error"_L1), qPrintable(told.message()));
    QVERIFY2(!(told.message() + told.details()).contains(QString::fromLatin1(canary)), qPrintable(told.details()));
    const bool inHttp = row.status < 400; // what a service says is read by others
    if (inHttp && row.ends != Ends::Anyhow)
        QVERIFY2(told.sentence.contains(row.words), qPrintable(told.sentence));
    if (row.hangs)
        QVERIFY2(told.sentence.contains("0.7 s"_L1), qPrintable(told.sentence));
}

void compareFault(const Result<HttpResponse> &result, const FaultRow &row)
{
    // Internal: the future never ended.
    QVERIFY2(result || result.error().kind != ErrorKind::Internal, tale(result).constData());
    if (row.ends == Ends::Anyhow)
        return;
    if (row.ends == Ends::NoSuccess) {
        QVERIFY2(!result || result->problem, tale(result).constData());
        QVERIFY(!result || !result->isSuccess());
        return;
    }
    QVERIFY2(result.has_value() == (row.ends != Ends::NoAnswer), tale(result).constData());
    if (!result) {
        QCOMPARE(result.error().kind, row.kind);
        return;
    }
    QCOMPARE(result->status, row.status);
    QCOMPARE(result->headersLost, row.headersLost);
    if (!row.kept.isEmpty())
        QCOMPARE(result->body.head(1'000'000), row.kept);
    switch (row.ends) {
    case Ends::Whole:
        QVERIFY2(result->isSuccess() && result->endConfirmed, tale(result).constData());
        QCOMPARE(result->body.head(1'000'000), row.kept);
        break;
    case Ends::Unconfirmed:
        QVERIFY2(result->isSuccess() && !result->endConfirmed, tale(result).constData());
        break;
    case Ends::NotWhole:
        QVERIFY2(!result->isSuccess() || !result->endConfirmed, tale(result).constData());
        break;
    case Ends::Refusal:
        QVERIFY2(!result->isSuccess() && !result->problem, tale(result).constData());
        QCOMPARE(result->redirectRefused.has_value(), row.status >= 300 && row.status < 400 && row.status != 304);
        break;
    default:
        QVERIFY2(result->problem && !result->isSuccess() && !result->endConfirmed, tale(result).constData());
        QCOMPARE(result->problem->kind, row.ends == Ends::LateAnswer ? ErrorKind::Timeout : ErrorKind::Incomplete);
    }
}

} // namespace acx
