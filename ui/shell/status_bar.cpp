// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_bar.h"

#include "app/base/app_info.h"
#include "app/explorer/history.h"
#include "app/tokens/token_broker.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/secret_clipboard.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

StatusBar::StatusBar(const AppServices &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_left(makeLabel({}, LabelKind::SmallMuted, this))
    , m_right(makeLabel({}, LabelKind::SmallMuted, this))
{
    setObjectName(u"statusBar"_s);
    setFixedHeight(services.theme.size(u"statusBar"_s));
    m_left->setObjectName(u"statusLeft"_s);
    m_right->setObjectName(u"statusRight"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), 1, Theme::space(Space::L), 0);
    layout->addWidget(m_left);
    layout->addStretch(1);
    layout->addWidget(m_right);
    connect(&services.clipboard, &SecretClipboard::changed, this, &StatusBar::refresh);
    connect(&services.broker, &TokenBroker::stateChanged, this, &StatusBar::refresh);
    connect(&services.history, &History::changed, this, &StatusBar::refresh);
    connect(&m_timer, &QTimer::timeout, this, &StatusBar::refresh);
    m_timer.start(std::chrono::minutes(1)); // the hour moves on
    refresh();
}

void StatusBar::setText(const QString &text)
{
    m_text = text;
    refresh();
}

void StatusBar::refresh()
{
    const std::chrono::seconds left = m_services.clipboard.remaining();
    const bool copied = left.count() > 0;
    const bool isLeft = m_services.clipboard.couldNotClear();
    m_left->setText(
        copied   ? tr("● %1 copied. The clipboard clears in %2 s").arg(m_services.clipboard.what()).arg(left.count())
        : isLeft ? tr("● A copied secret could not be cleared from the clipboard. Click into this window, or copy "
                      "something else.")
                 : m_text);
    setStyleProperty(m_left, "state", copied ? u"copied"_s : isLeft ? u"warning"_s : QString());
    QStringList parts;
    if (const qint64 kept = m_services.history.count().value_or(0); kept > 0)
        parts += tr("%L1 in history").arg(kept);
    if (const int calls = m_services.broker.exchangesInLastHour(); calls > 0)
        parts +=
            calls == 1 ? tr("1 token service call in this hour") : tr("%1 token service calls in this hour").arg(calls);
    if (parts.isEmpty())
        parts += u"%1 %2"_s.arg(tr("API Connect Explorer"), QLatin1StringView(applicationVersion));
    m_right->setText(parts.join(u"   "_s));
}

} // namespace acx
