// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/api_key_file.h"

#include <QTest>

namespace acx {

inline const QByteArray goodKey = QByteArrayLiteral("FAKE-KEY_FOR_TESTS-0000000000000000000000000"); // 44 characters

/// A key file as the console of IBM Cloud makes it.
inline QByteArray console(const QByteArray &key = goodKey)
{
    return "{\n\t\"name\": \"my-key\",\n\t\"description\": \"for tests\",\n\t\"createdAt\": "
           "\"2024-01-02T03:04+0000\",\n"
           "\t\"apikey\": \"" +
           key + "\"\n}\n";
}

/// A refusal must say nothing of the content.
inline void compareRefusal(const Result<ApiKeyImport> &found, const QString &sentencePart)
{
    QVERIFY2(!found, "it was accepted");
    QCOMPARE(found.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(found.error().sentence.contains(sentencePart), qPrintable(found.error().sentence));
    QVERIFY(!found.error().nextStep.isEmpty());
    const QString all = found.error().message() + found.error().details();
    QVERIFY2(!all.contains(QLatin1StringView("FAKE")), qPrintable(all));
}

} // namespace acx
