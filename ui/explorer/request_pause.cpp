// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_pause.h"

#include "ui/widgets/inline_notice.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

RequestPause::RequestPause(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_notice(new InlineNotice(theme, u"requestPause"_s, this))
{
    QPushButton *anyway = m_notice->addButton(tr("Send anyway"), ButtonKind::Normal, u"sendAnyway"_s);
    anyway->setToolTip(tr("Ends the pause (Esc) and sends the request"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    connect(anyway, &QPushButton::clicked, this, [this] {
        end();
        Q_EMIT sendWanted();
    });
    m_ticking.setInterval(200ms);
    connect(&m_ticking, &QTimer::timeout, this, &RequestPause::tick);
    hide();
}

void RequestPause::begin(const QString &host, std::chrono::seconds length)
{
    m_host = host;
    m_end.setRemainingTime(length);
    m_ticking.start();
    tick();
    show();
    Q_EMIT changed();
}

void RequestPause::end()
{
    if (!isOn())
        return;
    m_ticking.stop();
    hide();
    Q_EMIT changed();
}

void RequestPause::tick()
{
    if (m_end.hasExpired())
        return end();
    const QString left = tr("Sending is possible again in %n s.", nullptr, int((m_end.remainingTime() + 999) / 1000));
    if (left != m_notice->text() || m_notice->isHidden())
        m_notice->tell(MessageKind::Warning, tr("%1 asked for a pause").arg(m_host), left);
}

} // namespace acx
