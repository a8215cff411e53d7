// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_store.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

namespace acx {

class Clock;

/// Everything sent, kept in a file (or in memory) by a thread of its own: none of these calls waits. Nothing of SQL is
/// touched before the first of them. What is asked is done in order; a future that was cancelled before its turn is
/// skipped, so that somebody who types needs to wait for the latest question only.
class History final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(History)

public:
    /// `path` is the file, made when first used; empty = in memory.
    History(QString path, const Clock &clock, QObject *parent = nullptr);
    /// Waits until everything recorded is written.
    ~History() override;
    /// apiconnect-explorer/history.sqlite in the person's data folder ($XDG_DATA_HOME).
    [[nodiscard]] static QString defaultPath();

    /// Tighter limits remove the oldest entries when the file is used next, or now if it is in use.
    void setOptions(const HistoryOptions &options);
    [[nodiscard]] const HistoryOptions &options() const { return m_options; }

    /// Keeps what historyEntry() makes of it, unless recording is switched off; then the id is 0. A failure is told by
    /// failed(), too, but only once until recording works again.
    QFuture<Result<qint64>> record(const RecordedExchange &exchange);

    // Errors: those of HistoryStore.
    [[nodiscard]] QFuture<Result<HistoryPage>> find(const HistoryQuery &query);
    [[nodiscard]] QFuture<Result<HistoryEntry>> read(qint64 id);
    [[nodiscard]] QFuture<Result<void>> remove(const QList<qint64> &ids);
    [[nodiscard]] QFuture<Result<void>> clear();

    /// Entries in the history as far as it was looked at in this run; none = not yet.
    [[nodiscard]] std::optional<qint64> count() const { return m_count; }
    /// Why nothing is recorded in this run, though it is not switched off.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    /// Entries were added or removed here, or their number became known.
    void changed();
    void optionsChanged();
    /// A damaged file was set aside (recording goes on), or recording fails.
    void failed(const acx::Error &error);

private:
    struct Desk; ///< what lives in the thread
    template <class T, class Work>
    [[nodiscard]] QFuture<Result<T>> ask(Work work);
    void start();
    void tell(const std::optional<qint64> &count, const std::optional<Error> &notice, bool isChanged);
    void noteOutcome(const Status &status);

    const QString m_path;
    const Clock &m_clock;
    HistoryOptions m_options;
    std::optional<qint64> m_count;
    std::optional<Error> m_problem;
    QThread m_thread;
    Desk *m_desk = nullptr; ///< goes with its thread
};

} // namespace acx
