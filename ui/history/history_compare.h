// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/body_diff.h"
#include "app/explorer/history_entry.h"
#include "ui/app_services.h"

#include <QWidget>

#include <atomic>
#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTreeView;
QT_END_NAMESPACE

namespace acx {

class DifferenceModel;
class ElidedLabel;

/// Two answers beside each other: by structure if both are JSON, else line by line. Worked out in the background. Its
/// parts: "compareEarlier", "compareLater", "compareSummary", "differenceList" (JSON), "differenceLines",
/// "compareClose".
class HistoryCompare final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryCompare(const AppServices &services, QWidget *parent = nullptr);
    ~HistoryCompare() override;

    /// In any order: what was sent first stands first.
    void compare(const HistoryEntry &one, const HistoryEntry &other);

Q_SIGNALS:
    void closed();

private:
    [[nodiscard]] QWidget *buildHead();
    void buildViews();
    void stop();
    void show(const Result<BodyDiff> &diff);
    void showLines(const QList<DiffLine> &lines);
    [[nodiscard]] QString summaryOf(const BodyDiff &diff) const;

    const AppServices m_services;
    ElidedLabel *m_earlier = nullptr;
    ElidedLabel *m_later = nullptr;
    QLabel *m_summary = nullptr;
    QStackedWidget *m_views;
    QTreeView *m_list = nullptr;
    DifferenceModel *m_model;
    QPlainTextEdit *m_lines = nullptr;
    bool m_isPartial = false; ///< of one of the answers only the beginning is kept
    std::shared_ptr<std::atomic_bool> m_goOn;
};

} // namespace acx
