// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_maker.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr QSize largeWindow{1600, 1000};

/// Answers are there when the button to send is.
std::function<bool()> answered(const TourMaker &make, const QString &status)
{
    return [sent = make.shows(u"send"_s), told = make.says(u"answerStatus"_s, status)] { return sent() && told(); };
}

QList<TourStep> operationSteps(const TourMaker &make)
{
    const auto chosen = [&make](const QString &title) {
        return [sent = answered(make, u"200"_s), told = make.says(u"operationTitle"_s, title)] {
            return sent() && told();
        };
    };
    return {{u"explorer"_s, make.click(u"railExplorer"_s), make.lists(u"catalogTree"_s, u"List organizations"_s)},
            {u"operations"_s, make.type(u"catalogSearch"_s, u"list catalogs api"_s),
             make.lists(u"catalogTree"_s, u"List catalogs"_s)},
            {u"form"_s, make.clickRow(u"catalogTree"_s, u"List catalogs"_s),
             make.says(u"operationTitle"_s, u"List catalogs"_s)},
            {u"completion"_s, make.type(u"value:path:org"_s, u"me"_s), make.lists(u"completionList"_s, u"meridian"_s)},
            {u"answer"_s, inTurn({make.press(Qt::Key_Down), make.press(Qt::Key_Return), make.click(u"send"_s)}),
             answered(make, u"200"_s)},
            {u"followed-link"_s, make.clickRow(u"answerTree"_s, u"url"_s), chosen(u"Show a catalog"_s)},
            {u"search"_s, make.type(u"answerSearch"_s, u"sandbox"_s), make.says(u"answerSearchCount"_s, u"/"_s)},
            {u"code"_s, make.clickTab(u"requestTabs"_s, QCoreApplication::translate("acx::RequestPanel", "Code")),
             make.shows(u"codeText"_s)}};
}

QList<TourStep> definitionSteps(const TourMaker &make)
{
    const TourAct ask =
        inTurn({make.type(u"catalogSearch"_s, u"definition api catalog document"_s),
                make.clickRow(u"catalogTree"_s, u"Show the definition of an API in a catalog"_s),
                make.type(u"value:path:name"_s, u"accounts"_s), make.type(u"value:path:version"_s, u"2.0.0"_s),
                make.press(Qt::Key_Escape), make.click(u"send"_s)});
    return {{u"api-definition"_s, ask, make.shows(u"openAsCatalog"_s), largeWindow},
            {u"definition-opened"_s, inTurn({make.type(u"catalogSearch"_s, QString()), make.click(u"openAsCatalog"_s)}),
             make.lists(u"catalogTree"_s, u"Accounts"_s)}};
}

QList<TourStep> freeSteps(const TourMaker &make)
{
    const auto call = [&make](const QString &target) {
        return inTurn({make.type(u"target"_s, target), make.click(u"send"_s)});
    };
    const TourAct newTab =
        inTurn({make.click(u"paletteButton"_s),
                make.type(u"paletteField"_s, QCoreApplication::translate("acx::MainWindow", "New tab")),
                make.press(Qt::Key_Return)});
    return {
        {u"new-tab"_s, newTab, make.shows(u"target"_s)},
        {u"first-call"_s, call(u"/v1/me"_s), answered(make, u"200"_s)},
        {u"big-answer"_s, call(u"/sandbox/large?megabytes=20"_s),
         [done = answered(make, u"200"_s), read = make.says(u"answerValues"_s, u"100"_s)] { return done() && read(); }},
        {u"refused-call"_s, call(u"/api/orgs/nobody"_s), answered(make, u"404"_s)},
        {u"explorer-small"_s, doNothing(), answered(make, u"404"_s), smallWindow}};
}

QList<TourStep> historySteps(const TourMaker &make)
{
    const TourAct compare = [hands = make.hands()] {
        const QString problem = hands.markRows(u"historyList"_s, 4, 5);
        return problem.isEmpty() ? hands.click(u"historyCompareButton"_s) : problem;
    };
    return {{u"history"_s, make.click(u"railHistory"_s), make.shows(u"historyList"_s)},
            {u"compare"_s, compare, make.shows(u"historyCompare"_s)}};
}

} // namespace

QList<TourStep> explorerTourSteps(const TourMaker &make)
{
    return operationSteps(make) + definitionSteps(make) + freeSteps(make) + historySteps(make);
}

} // namespace acx
