// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/secret_clipboard.h"

#include "app/base/clock.h"

#include <QAbstractEventDispatcher>
#include <QClipboard>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QThread>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr std::chrono::seconds longest{30};
constexpr std::chrono::milliseconds tick{500};
constexpr std::chrono::seconds putBackWithin{5}; ///< by a clipboard manager, after we took it away
constexpr qsizetype mostKnown = 64;
constexpr int turnsAtQuit = 10;
constexpr unsigned long turnAtQuit = 20; // milliseconds; the window is gone by then
constexpr QLatin1StringView hintFormat("x-kde-passwordManagerHint");

QByteArray digestOf(const QByteArray &utf8)
{
    return utf8.isEmpty() ? QByteArray() : QCryptographicHash::hash(utf8, QCryptographicHash::Sha256);
}

bool isWayland()
{
    return QGuiApplication::platformName().startsWith("wayland"_L1);
}

} // namespace

SecretClipboard::SecretClipboard(QClipboard &clipboard, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_clock(clock)
{
    m_timer.setInterval(tick);
    connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::checkNow);
    connect(&m_clipboard, &QClipboard::changed, this, &SecretClipboard::checkNow);
    connect(&m_clipboard, &QClipboard::changed, this, &SecretClipboard::lookAfterClearing);
    m_proof.setSingleShot(true);
    m_proof.setInterval(tick);
    connect(&m_proof, &QTimer::timeout, this, &SecretClipboard::prove);
    qGuiApp->installEventFilter(this);
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &SecretClipboard::clearAtQuit);
}

SecretClipboard::~SecretClipboard()
{
    disconnect(&m_clipboard, nullptr, this, nullptr);
    wipe();
}

void SecretClipboard::setClearAfter(std::chrono::seconds time)
{
    m_clearAfter = std::clamp(time, std::chrono::seconds(1), longest);
}

QMimeData *SecretClipboard::secretMimeData(const Secret &secret)
{
    auto *data = new QMimeData;
    data->setText(QString::fromUtf8(secret.reveal()));
    // Read by Klipper, GNOME's and KDE's clipboard histories, and KeePassXC's peers.
    data->setData(hintFormat, "secret"_ba);
    // nspasteboard.org, as Qt spells the type on macOS.
    data->setData(u"application/x-nspasteboard-concealed-type"_s, "1"_ba);
    data->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s, "1"_ba);
    return data;
}

bool SecretClipboard::isMarked(const QMimeData &data)
{
    return data.hasFormat(hintFormat);
}

void SecretClipboard::know(const QList<Secret> &values)
{
    for (const Secret &value : values) {
        if (!m_known.contains(value))
            m_known.append(value);
    }
    m_known.remove(0, std::max<qsizetype>(0, m_known.size() - mostKnown));
    if (!values.isEmpty())
        Q_EMIT knowsMore();
}

void SecretClipboard::copy(const Secret &secret, const QString &what, const QDateTime &expiresAt)
{
    put(QClipboard::Clipboard, secret, what, expiresAt);
}

void SecretClipboard::select(const Secret &secret, const QString &what, const QDateTime &expiresAt)
{
    if (m_clipboard.supportsSelection())
        put(QClipboard::Selection, secret, what, expiresAt);
}

void SecretClipboard::put(int mode, const Secret &secret, const QString &what, const QDateTime &expiresAt)
{
    if (secret.isEmpty())
        return;
    const bool isSelection = mode == QClipboard::Selection;
    (isSelection ? m_selectionDigest : m_digest) = digestOf(secret.reveal());
    if (m_locked) {
        // What was copied just before the lock may be found to be secret only now; nothing else is put there.
        clearNow();
        return;
    }
    m_what = what;
    const QDateTime now = m_clock.now();
    const QDateTime before = m_clearAt;
    forgetLeft();
    const bool otherWaits = !(isSelection ? m_digest : m_selectionDigest).isEmpty();
    if (!otherWaits)
        m_copiedAt = now;
    m_clearAt = now.addSecs(m_clearAfter.count());
    if (otherWaits && before.isValid())
        m_clearAt = std::min(m_clearAt, before); // what lies in the other one is not prolonged
    if (expiresAt.isValid())
        m_clearAt = std::min(m_clearAt, expiresAt);
    m_clipboard.setMimeData(secretMimeData(secret), static_cast<QClipboard::Mode>(mode));
    m_timer.start();
    checkNow();
    Q_EMIT changed();
}

bool SecretClipboard::isOurs(int mode) const
{
    const QByteArray &digest = mode == QClipboard::Selection ? m_selectionDigest : m_digest;
    if (digest.isEmpty())
        return false;
    // A clipboard manager may have taken the same text over: it is still ours to clear. On Wayland it is seen only from
    // the window in front, so that nothing to be seen does not tell that it has gone.
    const QByteArray now = digestOf(m_clipboard.text(static_cast<QClipboard::Mode>(mode)).toUtf8());
    return now == digest || (now.isEmpty() && isWayland() && mode == QClipboard::Clipboard);
}

void SecretClipboard::checkNow()
{
    if (m_digest.isEmpty() && m_selectionDigest.isEmpty())
        return;
    if (!isOurs(QClipboard::Clipboard))
        m_digest.clear();
    if (!isOurs(QClipboard::Selection))
        m_selectionDigest.clear();
    const QDateTime now = m_clock.now();
    const bool over = now >= m_clearAt || now < m_copiedAt; // a clock that was set back must not prolong it
    if (over || (m_digest.isEmpty() && m_selectionDigest.isEmpty())) {
        clearNow();
        return;
    }
    if (const std::chrono::seconds left = remaining(); left != m_told) {
        m_told = left;
        Q_EMIT changed();
    }
}

void SecretClipboard::wipe()
{
    for (const QClipboard::Mode mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        if (!isOurs(mode))
            continue;
        m_cleared = mode == QClipboard::Selection ? m_selectionDigest : m_digest;
        m_clearedAt = m_clock.now();
        const bool isBehind = isWayland() && !QGuiApplication::focusWindow();
        if (isBehind)
            m_left = m_cleared;
        if (!isBehind || !m_clipboard.text(mode).isEmpty()) // somebody else's is not overwritten unseen
            wipe(mode);
    }
    m_digest.clear();
    m_selectionDigest.clear();
}

void SecretClipboard::wipe(int mode)
{
    const auto place = static_cast<QClipboard::Mode>(mode);
    if (!isWayland()) {
        m_clipboard.clear(place);
        return;
    }
    // Compositors keep a copy and offer it once a program has taken its own away. An empty text takes the copy's place.
    m_clipboard.setText(QString(), place);
    m_proof.start();
}

/// As long as there is something of ours, be it empty, Qt shows no more than that. Without it we see what others see.
void SecretClipboard::prove()
{
    if (m_clipboard.text().isEmpty())
        m_clipboard.clear();
}

/// A clipboard manager may have put back what we took away.
void SecretClipboard::lookAfterClearing()
{
    if (m_cleared.isEmpty())
        return;
    const QString text = m_clipboard.text();
    const bool isBack = digestOf(text.toUtf8()) == m_cleared;
    const bool isSoon = m_clearedAt.secsTo(m_clock.now()) <= putBackWithin.count();
    const bool before = couldNotClear();
    if (isBack && isSoon)
        m_left = m_cleared;
    else if (!isBack && !text.isEmpty())
        forgetLeft(); // somebody copied something else
    else if (!isSoon && !before)
        m_cleared.clear();
    if (couldNotClear() != before)
        Q_EMIT changed();
}

bool SecretClipboard::eventFilter(QObject *watched, QEvent *event)
{
    // Once the key or the button is up, the compositor knows that it was for us.
    if (!m_left.isEmpty() && (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::KeyRelease))
        QMetaObject::invokeMethod(this, &SecretClipboard::tryAgain, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void SecretClipboard::tryAgain()
{
    if (m_left.isEmpty() || !QGuiApplication::focusWindow())
        return;
    const QByteArray left = std::exchange(m_left, {});
    m_clearedAt = m_clock.now();
    for (const QClipboard::Mode mode : {QClipboard::Clipboard, QClipboard::Selection}) {
        const QByteArray now = digestOf(m_clipboard.text(mode).toUtf8());
        if ((mode == QClipboard::Clipboard || m_clipboard.supportsSelection()) && (now.isEmpty() || now == left))
            wipe(mode);
    }
    Q_EMIT changed();
}

void SecretClipboard::forgetLeft()
{
    m_cleared.clear();
    m_left.clear();
}

void SecretClipboard::clearNow()
{
    if (m_what.isEmpty() && m_digest.isEmpty() && m_selectionDigest.isEmpty())
        return;
    m_timer.stop();
    {
        const QSignalBlocker quiet(&m_clipboard); // our own clearing is no change by somebody else
        wipe();
    }
    m_what.clear();
    m_clearAt = {};
    m_told = std::chrono::seconds(0);
    Q_EMIT changed();
}

/// Qt 6.4's Wayland plugin has no sync(): it sends what has gathered, and takes what has arrived, when the loop is
/// about to wait, which it no longer is. A compositor that learns of the end together with the request drops the
/// request.
void SecretClipboard::clearAtQuit()
{
    const bool mayBeThere = !m_what.isEmpty() || !m_digest.isEmpty();
    clearNow();
    QAbstractEventDispatcher *loop = QAbstractEventDispatcher::instance();
    if (!isWayland() || !mayBeThere || !loop)
        return;
    for (int turn = 0; turn < turnsAtQuit; ++turn) {
        Q_EMIT loop->aboutToBlock();
        QThread::msleep(turnAtQuit);
    }
}

void SecretClipboard::setLocked(bool locked)
{
    m_locked = locked;
    if (locked)
        clearNow();
}

std::chrono::seconds SecretClipboard::remaining() const
{
    if (!m_clearAt.isValid())
        return std::chrono::seconds(0);
    const qint64 milliseconds = m_clock.now().msecsTo(m_clearAt);
    return std::chrono::seconds(std::max<qint64>(0, (milliseconds + 999) / 1000));
}

} // namespace acx
