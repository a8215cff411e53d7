// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/remove_card.h"

#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/profiles/profile_service.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

RemoveCard::RemoveCard(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_remove(makeButton(tr("Remove this profile…"), ButtonKind::Danger, this))
    , m_question(new InlineNotice(services.theme, u"removeNotice"_s, this))
    , m_name(new QLineEdit(m_question))
    , m_failure(new InlineNotice(services.theme, u"removeFailure"_s, this))
{
    m_remove->setObjectName(u"removeProfile"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(makeParagraph(tr("The profile and its secrets are removed from this computer. The key itself "
                                       "stays valid in IBM Cloud until it is deleted there."),
                                    LabelKind::Muted, this));
    layout->addWidget(m_question);
    layout->addWidget(m_failure);
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    buildQuestion();
    buildFailure();
    connect(m_remove, &QPushButton::clicked, this, &RemoveCard::ask);
}

void RemoveCard::buildQuestion()
{
    m_name->setObjectName(u"removeName"_s);
    m_name->setAccessibleName(tr("Name of the profile to remove"));
    m_question->addContent(m_name);
    m_confirm = m_question->addButton(tr("Remove it"), ButtonKind::Danger, u"removeConfirm"_s);
    QPushButton *keep = m_question->addButton(tr("Keep it"), ButtonKind::Quiet, u"removeKeep"_s);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &typed) { m_confirm->setEnabled(typed == m_profileName); });
    connect(m_name, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this, [this] { remove(false); });
    connect(keep, &QPushButton::clicked, this, [this] {
        m_question->hide();
        m_remove->show();
    });
}

void RemoveCard::buildFailure()
{
    m_retry = m_failure->addButton({}, ButtonKind::Normal, u"removeRetry"_s);
    m_anyway = m_failure->addButton(tr("Remove the profile anyway"), ButtonKind::Danger, u"removeAnyway"_s);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        m_services.keychain.allowPrompt();
        remove(false);
    });
    connect(m_anyway, &QPushButton::clicked, this, [this] { remove(true); });
}

void RemoveCard::setProfile(const Profile &profile)
{
    if (profile.id != m_profile) {
        m_question->hide();
        m_failure->hide();
        m_remove->show();
        setBusy(false);
    }
    m_profile = profile.id;
    m_profileName = profile.name;
}

void RemoveCard::ask()
{
    m_failure->hide();
    m_remove->hide();
    m_name->clear();
    m_confirm->setEnabled(false);
    m_question->tell(MessageKind::Warning, tr("Remove “%1”?").arg(m_profileName),
                     tr("Type the profile's name to confirm."));
    m_name->setFocus();
}

void RemoveCard::remove(bool evenWithoutProof)
{
    m_question->hide();
    m_failure->hide();
    m_remove->show();
    setBusy(true);
    deliver(m_services.profiles.remove(m_profile, evenWithoutProof), this,
            [this, id = m_profile](const Status &status) { takeResult(status, id); });
}

void RemoveCard::setBusy(bool busy)
{
    m_remove->setEnabled(!busy);
    m_remove->setText(busy ? tr("Removing…") : tr("Remove this profile…"));
}

void RemoveCard::takeResult(const Status &status, const QUuid &id)
{
    if (status) {
        Message note;
        note.kind = MessageKind::Success;
        note.text = tr("The profile is removed.");
        note.staysOpen = false;
        Q_EMIT message(note);
        return;
    }
    if (id != m_profile) {
        Q_EMIT message(Message::fromError(status.error()));
        return;
    }
    setBusy(false);
    m_failure->tell(status.error());
    m_retry->setText(status.error().kind == ErrorKind::KeychainLocked ? tr("Unlock and try again") : tr("Try again"));
    // Only where nobody can unlock it: otherwise the key would stay behind unseen.
    m_anyway->setVisible(status.error().kind == ErrorKind::KeychainUnavailable ||
                         status.error().kind == ErrorKind::KeychainFailed ||
                         status.error().kind == ErrorKind::KeychainTimeout);
}

} // namespace acx
