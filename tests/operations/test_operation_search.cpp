// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation_search.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

class TestOperationSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void ranking_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("id") << u"v5.getMe"_s << QStringList{u"v5.getMe"_s, u"v5.getMembers"_s};
        QTest::newRow("id without the catalog comes first")
            << u"getme"_s << QStringList{u"v5.getMe"_s, u"v5.getMembers"_s};
        QTest::newRow("title, word start, inside")
            << u"catalog"_s
            << QStringList{u"v5.catalog"_s, u"v5.catalogs"_s, u"v5.listCatalogs"_s, u"v5.getMembers"_s, u"v5.sub"_s};
        QTest::newRow("words in any order") << u"catalogs LIST"_s << QStringList{u"v5.listCatalogs"_s};
        QTest::newRow("parts of words") << u"talog ist"_s << QStringList{u"v5.listCatalogs"_s};
        QTest::newRow("path") << u"/v1/me"_s << QStringList{u"v5.getMe"_s, u"v5.getMembers"_s};
        QTest::newRow("method and path") << u"get /v1/me"_s << QStringList{u"v5.getMe"_s, u"v5.getMembers"_s};
        QTest::newRow("group") << u"account"_s << QStringList{u"v5.getMe"_s};
        QTest::newRow("parameter") << u"consumerOrg"_s << QStringList{u"v5.getMembers"_s};
        QTest::newRow("word of a parameter") << u"consumer"_s << QStringList{u"v5.getMembers"_s};
        QTest::newRow("one word is nowhere") << u"list nothing"_s << QStringList{};
        QTest::newRow("blanks around") << u"  account  "_s << QStringList{u"v5.getMe"_s};
    }
    void ranking()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, found);
        const SearchEntry entries[] = {
            {u"v5.sub"_s, u"Everything else"_s, u"/subcatalog"_s, u"Other"_s, u"PUT"_s, {}},
            {u"v5.getMembers"_s,
             u"Show people of a catalog"_s,
             u"/v1/members"_s,
             u"People"_s,
             u"GET"_s,
             {u"consumerOrg"_s}},
            {u"v5.listCatalogs"_s, u"List catalogs"_s, u"/v1/envs"_s, u"Places"_s, u"GET"_s, {}},
            {u"v5.catalogs"_s, u"Catalogue of all"_s, u"/v1/all"_s, u"Places"_s, u"POST"_s, {}},
            {u"v5.catalog"_s, u"One by itself, and a long title"_s, u"/v1/one"_s, u"Places"_s, u"POST"_s, {}},
            {u"v5.getMe"_s, u"Who am I"_s, u"/v1/me"_s, u"Account"_s, u"GET"_s, {}},
        };
        OperationSearch search;
        for (const SearchEntry &entry : entries)
            search.add(entry);
        QStringList ids;
        const QList<qsizetype> hits = search.find(words);
        for (const qsizetype hit : hits)
            ids << entries[hit].id;
        QCOMPARE(ids, found);
    }

    void noWordsFindAllInOrder()
    {
        OperationSearch search;
        search.add({u"b"_s, u"A long title"_s, {}, {}, {}, {}});
        search.add({u"a"_s, u"Short"_s, {}, {}, {}, {}});
        QCOMPARE(search.find(u" "_s), (QList<qsizetype>{0, 1}));
        QCOMPARE(OperationSearch().find(u"a"_s), QList<qsizetype>());
    }

    void equalsAreOrderedByTheLengthOfTheTitle()
    {
        OperationSearch search;
        search.add({u"x1"_s, u"List of many things"_s, {}, {}, {}, {}});
        search.add({u"x2"_s, u"List of things"_s, {}, {}, {}, {}});
        search.add({u"x3"_s, u"List of thongs"_s, {}, {}, {}, {}});
        QCOMPARE(search.find(u"list"_s), (QList<qsizetype>{1, 2, 0}));
    }

    void tenThousandOperations()
    {
        OperationSearch search;
        for (int at = 0; at < 10'000; ++at) {
            const QString number = QString::number(at);
            search.add({u"v5.operationNumber"_s + number,
                        u"Show the thing of number "_s + number,
                        u"/v1/orgs/{org}/environments/{catalog}/things/"_s + number,
                        u"Things"_s,
                        u"GET"_s,
                        {u"org"_s, u"catalog"_s, u"fields"_s}});
        }
        QCOMPARE(search.find(u"thing number 9999"_s), QList<qsizetype>{9999});
        QCOMPARE(search.find(u"org catalog show"_s).size(), 10'000);
    }
};

ACX_TEST_MAIN(TestOperationSearch)
#include "test_operation_search.moc"
