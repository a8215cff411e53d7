// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_options.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QSpinBox;
QT_END_NAMESPACE

namespace acx {

/// What is kept of what is sent. Its controls: "historyEnabled", "historyEntries", "historyMegabytes", "historyDays",
/// "historyBody".
class HistoryForm final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryForm(QWidget *parent = nullptr);
    void setOptions(const HistoryOptions &options);

Q_SIGNALS:
    /// When an entry is complete, not while it is typed or its arrows are held: tighter limits remove entries at once.
    void changed(const acx::HistoryOptions &options);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QSpinBox *makeSpin(const QString &name, const QString &label, int least, int most);
    void read();

    HistoryOptions m_options;
    QTimer m_rest;
    QCheckBox *m_enabled;
    QSpinBox *m_entries;
    QSpinBox *m_megabytes;
    QSpinBox *m_days;
    QSpinBox *m_body;
};

} // namespace acx
