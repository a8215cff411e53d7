// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"

#include <QList>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QListView;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class CatalogSearch;
class ClearQuestion;
class HistoryModel;
class InlineNotice;

/// The list of what was sent, with its search. Its parts: "historySearch" with its count, "historyList",
/// "historyNone" (nothing found), "historyOff" with "historyOffSettings", "historyProblem", "historyCompareButton",
/// "historyDelete", "historyClear" and those of ClearQuestion. Enter opens, Delete removes, Ctrl+F goes to the search.
class HistorySide final : public QWidget
{
    Q_OBJECT
public:
    explicit HistorySide(const AppServices &services, QWidget *parent = nullptr);

    void refresh();
    /// Marked entries, the latest first.
    [[nodiscard]] QList<qint64> marked() const;
    /// Takes these off at once; the rest follows with refresh().
    void drop(const QList<qint64> &ids);
    void search(const QString &words);
    void focusList();

Q_SIGNALS:
    void markedChanged();
    void openWanted();
    void compareWanted();
    void removeWanted();
    void clearWanted();
    void settingsWanted();
    /// How many entries there are, each time it becomes known.
    void counted(qint64 total);

private:
    void buildSearch();
    void buildList();
    [[nodiscard]] QWidget *buildFoot();
    void buildNotices();
    void buildShortcuts();
    void takeLoaded();
    void showMarks();
    void remember();

    const AppServices m_services;
    HistoryModel *m_model;
    CatalogSearch *m_search = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_none = nullptr;
    InlineNotice *m_off = nullptr;
    InlineNotice *m_problem = nullptr;
    ClearQuestion *m_question = nullptr;
    QPushButton *m_compare = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_clear = nullptr;
    QList<qint64> m_remembered; ///< marked before the rows were read anew
};

} // namespace acx
