// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/keychain_line.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

KeychainLine::KeychainLine(QWidget *parent)
    : QWidget(parent)
    , m_tag(makeTag({}, TagKind::Neutral, this))
    , m_text(makeParagraph({}, LabelKind::SmallMuted, this))
{
    m_tag->setObjectName(u"keychainState"_s);
    m_text->setObjectName(u"keychainText"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_tag);
    layout->addWidget(m_text, 1);
    reset();
}

void KeychainLine::reset()
{
    m_name = tr("the system's keychain");
    m_tag->clear();
    m_tag->hide();
    m_text->setText(tr("Your key is stored in the system's keychain and nowhere else. No telemetry, no account."));
}

void KeychainLine::showStatus(const StoreStatus &status, bool persistent)
{
    if (!persistent) {
        setTag(m_tag, tr("This session only"), TagKind::Neutral);
        m_text->setText(tr("Your key is kept in memory until the program ends, and nowhere else. No telemetry, no "
                           "account."));
        m_tag->show();
        return;
    }
    if (!status.name.isEmpty())
        m_name = status.name;
    m_tag->show();
    switch (status.state) {
    case StoreState::Ready:
        setTag(m_tag, tr("Keychain ready"), TagKind::Success);
        m_text->setText(tr("Your key is stored in %1 and nowhere else. No telemetry, no account.").arg(m_name));
        break;
    case StoreState::Locked:
        setTag(m_tag, tr("Keychain locked"), TagKind::Warning);
        m_text->setText(tr("%1 is locked. It will ask for its password when the key is stored.").arg(m_name));
        break;
    case StoreState::Unavailable:
        setTag(m_tag, tr("No keychain here"), TagKind::Warning);
        m_text->setText(tr("The key can be used for this session only. Nothing is written to a file instead."));
        break;
    case StoreState::NotAnswering:
        setTag(m_tag, tr("Keychain does not answer"), TagKind::Warning);
        m_text->setText(
            tr("%1 did not answer in time. You can go on and try again when the key is stored.").arg(m_name));
        break;
    }
}

} // namespace acx
