// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

QT_BEGIN_NAMESPACE
class QDBusServiceWatcher;
QT_END_NAMESPACE

namespace acx {

/// What only one of our programs in this session may do at a time: a name on the session bus that they own one after
/// the other. The bus passes it on when its owner lets go, ends or is killed. Touches no bus before take().
class ProgramTurn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgramTurn)

public:
    enum class Got {
        AtOnce,       ///< also where there is no bus, or one that allows no names
        AfterWaiting, ///< another program had it until now
        Never,        ///< another program still has it
    };
    using Handler = std::function<void(Got)>;

    /// `what` becomes a part of the name: letters only.
    explicit ProgramTurn(const QString &what, QObject *parent = nullptr);
    ~ProgramTurn() override;

    /// `handler` is called once, at the latest when the limit has passed, and never after this object has died. Let go
    /// before taking again.
    void take(std::chrono::milliseconds limit, const Handler &handler);
    void letGo();

private:
    void watchOwner();
    void answer(quint64 round, Got got);

    QString m_name;
    Handler m_handler; ///< as long as it waits
    QDBusServiceWatcher *m_owner = nullptr;
    quint64 m_round = 0;
    quint64 m_queuedRound = 0; ///< the last one for which the bus said to wait
    bool m_isAsked = false;
};

} // namespace acx
