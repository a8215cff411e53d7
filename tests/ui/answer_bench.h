// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/explorer/answer_panel.h"
#include "ui/explorer/json_tree_view.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTimer>

namespace acx {

/// An answer as the HTTP client would hand it on.
inline Exchange answerOf(const QByteArray &type, const QByteArray &bytes)
{
    Exchange exchange;
    exchange.method = "GET";
    exchange.url = QUrl(QStringLiteral("https://api.example.com/api/orgs"));
    exchange.sentAt = QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
    HttpResponse &response = exchange.response;
    response.status = 200;
    response.reason = "OK";
    response.url = exchange.url;
    response.headers = {{"Content-Type", type}, {"X-Request-Id", "r-1"}};
    response.timing = {3, 29, 36, 121, 187};
    if (!response.body.append(bytes))
        qFatal("The body cannot be kept.");
    return exchange;
}

/// A panel of a usual size in a window of its own.
class AnswerBench final
{
public:
    AnswerBench()
    {
        m_panel.setLinkRule([](const QString &name, const QString &value) -> std::optional<AnswerLink> {
            const std::optional<QUrl> url =
                linkTarget(name, value, QUrl(QStringLiteral("https://api.example.com/api/")));
            if (!url)
                return std::nullopt;
            return AnswerLink{*url, url->host() == QStringLiteral("api.example.com")};
        });
        m_panel.setBrowser([this](const QUrl &url) { outside += url; });
        QObject::connect(&m_panel, &AnswerPanel::linkActivated, &m_panel,
                         [this](const QUrl &url, bool newTab) { inside += std::pair(url, newTab); });
        m_panel.resize(620, 600);
        m_panel.show();
        m_panel.activateWindow();
    }

    AnswerPanel &panel() { return m_panel; }
    Theme &theme() { return m_theme; }
    JsonTreeView &tree() { return *part<JsonTreeView>(m_panel, "answerTree"); }
    JsonTreeModel &model() { return tree().tree(); }
    /// Shows a JSON answer, waits until it is read, and leaves one level unfolded.
    void showJson(const QByteArray &json)
    {
        m_panel.showExchange(answerOf("application/json", json));
        if (!QTest::qWaitFor([this] { return m_panel.jsonIndex() != nullptr; }, 60'000))
            qFatal("The answer was not read.");
        tree().unfold(1);
    }
    void showTab(const char *page) { part<QTabWidget>(m_panel, "answerTabs")->setCurrentWidget(part(m_panel, page)); }
    /// The rows of the tree that are unfolded, from the top, each as "indent text".
    QStringList rows(int most = 100)
    {
        QStringList texts;
        for (QModelIndex index = model().index(0, 0); index.isValid() && texts.size() < most;
             index = tree().indexBelow(index)) {
            int depth = 0;
            for (QModelIndex around = index.parent(); around.isValid(); around = around.parent())
                ++depth;
            texts += QString(depth, u' ') + index.data().toString();
        }
        return texts;
    }

    /// The first unfolded row of that name.
    QModelIndex rowNamed(const QString &name)
    {
        for (QModelIndex index = model().index(0, 0); index.isValid(); index = tree().indexBelow(index)) {
            if (model().nameText(index) == name)
                return index;
        }
        qFatal("There is no row %s.", qPrintable(name));
        return {};
    }

    QList<QUrl> outside;
    QList<std::pair<QUrl, bool>> inside;

private:
    Theme m_theme{*qApp};
    AnswerPanel m_panel{m_theme};
};

/// Counts the turns of the event loop.
class Pulse final
{
public:
    Pulse()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { ++beats; });
        m_timer.start(1);
    }
    int beats = 0;

private:
    QTimer m_timer;
};

} // namespace acx
