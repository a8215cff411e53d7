// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/program_turn.h"

#include "app/base/app_info.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// Reply of org.freedesktop.DBus.RequestName: another program has the name, and this one is in the queue for it.
constexpr uint inQueue = 2;

QDBusMessage busCall(const QString &method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                          u"org.freedesktop.DBus"_s, method);
    message.setArguments(arguments);
    return message;
}

} // namespace

ProgramTurn::ProgramTurn(const QString &what, QObject *parent)
    : QObject(parent)
    , m_name(QLatin1StringView(applicationId) + u'.' + what)
{}

ProgramTurn::~ProgramTurn()
{
    letGo();
}

void ProgramTurn::take(std::chrono::milliseconds limit, const Handler &handler)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    m_handler = handler;
    const quint64 round = ++m_round;
    if (!bus.isConnected()) {
        QTimer::singleShot(0, this, [this, round] { answer(round, Got::AtOnce); });
        return;
    }
    watchOwner();
    m_isAsked = true;
    auto *reply = new QDBusPendingCallWatcher(bus.asyncCall(busCall(u"RequestName"_s, {m_name, 0U})), this);
    connect(reply, &QDBusPendingCallWatcher::finished, this, [this, round](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<uint> result = *done;
        if (!result.isError() && result.value() == inQueue)
            m_queuedRound = round;
        else
            answer(round, Got::AtOnce);
    });
    QTimer::singleShot(limit, this, [this, round] { answer(round, Got::Never); });
}

void ProgramTurn::watchOwner()
{
    if (m_owner)
        return;
    m_owner =
        new QDBusServiceWatcher(m_name, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_owner, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) {
                // The bus also tells of a name that was free; that comes before the reply.
                if (owner == QDBusConnection::sessionBus().baseService())
                    answer(m_queuedRound, Got::AfterWaiting);
            });
}

void ProgramTurn::letGo()
{
    m_handler = nullptr;
    ++m_round;
    // Also leaves the queue.
    if (std::exchange(m_isAsked, false))
        QDBusConnection::sessionBus().send(busCall(u"ReleaseName"_s, {m_name}));
}

void ProgramTurn::answer(quint64 round, Got got)
{
    if (round != m_round)
        return;
    if (const Handler handler = std::exchange(m_handler, nullptr))
        handler(got);
}

} // namespace acx
