// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

/// The compiled German sentences, as the program carries them (ACX_TRANSLATIONS_DIR is their folder in the build).
class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void initTestCase();
    void cleanupTestCase();
    void speaksGerman_data();
    void speaksGerman();
    void choosesThePluralForm();
    void keepsTextsItDoesNotKnow();

private:
    QTranslator m_german;
};

void TestTranslations::initTestCase()
{
    QVERIFY(m_german.load(u"apiconnect-explorer_de.qm"_s, QString::fromUtf8(ACX_TRANSLATIONS_DIR)));
    QCOMPARE(m_german.language(), u"de"_s);
    QVERIFY(QCoreApplication::installTranslator(&m_german));
}

void TestTranslations::cleanupTestCase()
{
    QVERIFY(QCoreApplication::removeTranslator(&m_german));
}

void TestTranslations::speaksGerman_data()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("english");
    QTest::addColumn<QString>("german");
    QTest::newRow("service layer") << "acx"_ba
                                   << "There is no API key."_ba << u"Es ist kein API-Schlüssel vorhanden."_s;
    QTest::newRow("placeholder") << "acx"_ba
                                 << "The host %1 was not found."_ba << u"Der Host %1 wurde nicht gefunden."_s;
    // lupdate overlooks a sentence inside a helper named tr(), so a refresh of the file would drop this one.
    QTest::newRow("keychain error")
        << "acx"_ba
        << "The keychain is locked, so the key was not saved."_ba
        << u"Der Schlüsselbund ist gesperrt, deshalb wurde der Schlüssel nicht gespeichert."_s;
    QTest::newRow("window") << "acx::TopBar"_ba
                            << "Search operations, actions, history"_ba << u"Operationen, Aktionen, Verlauf suchen"_s;
    QTest::newRow("quotation marks") << "acx::RemoveCard"_ba
                                     << "Remove “%1”?"_ba << u"„%1“ entfernen?"_s;
}

void TestTranslations::speaksGerman()
{
    QFETCH(QByteArray, context);
    QFETCH(QByteArray, english);
    QFETCH(QString, german);
    QCOMPARE(QCoreApplication::translate(context.constData(), english.constData()), german);
}

void TestTranslations::choosesThePluralForm()
{
    const auto more = [](int count) {
        return QCoreApplication::translate("acx::AuthorityList", "%1 — %2 and %n more, valid until %3", nullptr, count);
    };
    QCOMPARE(more(1), u"%1 — %2 und 1 weiteres, gültig bis %3"_s);
    QCOMPARE(more(2), u"%1 — %2 und 2 weitere, gültig bis %3"_s);
}

void TestTranslations::keepsTextsItDoesNotKnow()
{
    QCOMPARE(QCoreApplication::translate("acx", "x-request-id"), u"x-request-id"_s);
}

ACX_TEST_MAIN(TestTranslations)
#include "test_translations.moc"
