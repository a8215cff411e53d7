// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/private_home.h"

#include <QCoreApplication>
#include <QTest>

#include <sys/stat.h>

/// main() of a test program: files are private from the start, the home is a fresh folder, and a warning that no test
/// expects (QTest::ignoreMessage) fails the test function: call QTest::failOnWarning(QRegularExpression(".?")) in init().
#define ACX_TEST_MAIN_WITH(Application, Class)                                                                         \
    int main(int argc, char *argv[])                                                                                   \
    {                                                                                                                  \
        ::umask(077);                                                                                                  \
        const acx::PrivateHome home;                                                                                   \
        Application app(argc, argv);                                                                                   \
        app.setApplicationName(QStringLiteral("apiconnect-explorer"));                                                 \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
#define ACX_TEST_MAIN(Class) ACX_TEST_MAIN_WITH(QCoreApplication, Class)
/// For tests of screens (include <QApplication>).
#define ACX_WIDGET_TEST_MAIN(Class) ACX_TEST_MAIN_WITH(QApplication, Class)
