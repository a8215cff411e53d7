// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/place_step.h"

#include "ui/profiles/place_form.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

PlaceStep::PlaceStep(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_form(new PlaceForm(services, this))
    , m_warnings(new InlineNotice(services.theme, u"keyFileNotice"_s, this))
    , m_sameKey(new InlineNotice(services.theme, u"sameKeyNotice"_s, this))
    , m_keychain(new InlineNotice(services.theme, u"keychainNotice"_s, this))
    , m_back(makeButton(tr("Back"), ButtonKind::Normal, this))
    , m_continue(makeButton(tr("Continue"), ButtonKind::Primary, this))
    , m_stop(makeButton(tr("Stop waiting"), ButtonKind::Normal, this))
{
    m_back->setObjectName(u"placeBack"_s);
    m_continue->setObjectName(u"placeContinue"_s);
    m_stop->setObjectName(u"placeStop"_s);

    QFrame *card = makeCard(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Theme::space(Space::L), Theme::space(Space::L), Theme::space(Space::L),
                               Theme::space(Space::L));
    inside->addWidget(m_form);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(Space::S));
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_continue);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(m_sameKey);
    layout->addWidget(m_warnings);
    layout->addWidget(card);
    layout->addWidget(m_keychain);
    layout->addLayout(buttons);

    buildNotices();
    connect(m_back, &QPushButton::clicked, this, &PlaceStep::backWanted);
    connect(m_continue, &QPushButton::clicked, this, &PlaceStep::continueWanted);
    connect(m_stop, &QPushButton::clicked, this, &PlaceStep::stopWanted);
    setSaving(false);
}

void PlaceStep::buildNotices()
{
    QPushButton *go = m_sameKey->addButton(tr("Go to that profile"), ButtonKind::Normal, u"goToSameKey"_s);
    QPushButton *again = m_sameKey->addButton(tr("Import it again"), ButtonKind::Quiet, u"importAgain"_s);
    connect(go, &QPushButton::clicked, this, &PlaceStep::sameKeyWanted);
    connect(again, &QPushButton::clicked, m_sameKey, &QWidget::hide);

    m_retry = m_keychain->addButton({}, ButtonKind::Normal, u"keychainRetry"_s);
    m_session = m_keychain->addButton(tr("Use it for this session only"), ButtonKind::Normal, u"sessionOnly"_s);
    connect(m_retry, &QPushButton::clicked, this, &PlaceStep::unlockWanted);
    connect(m_session, &QPushButton::clicked, this, &PlaceStep::sessionOnlyWanted);
}

void PlaceStep::reset()
{
    m_sameKey->hide();
    m_warnings->hide();
    m_keychain->hide();
    setSaving(false);
}

void PlaceStep::showKeyFileWarnings(const QStringList &warnings)
{
    if (warnings.isEmpty())
        m_warnings->hide();
    else
        m_warnings->tell(MessageKind::Warning, tr("About this key"), warnings.join(u'\n'));
}

void PlaceStep::showSameKey(const Profile &profile)
{
    m_sameKey->tell(MessageKind::Info, tr("This key is already in the profile “%1”").arg(profile.name),
                    tr("Go on here only if you want a second profile with the same key."));
}

void PlaceStep::askAboutKeychain(const Error &error, bool canBeForSession)
{
    m_retry->setText(error.kind == ErrorKind::KeychainLocked ? tr("Unlock and try again") : tr("Try again"));
    m_session->setVisible(canBeForSession);
    QStringList text{error.nextStep};
    if (canBeForSession)
        text += tr("For this session only, the key stays in memory and is gone when the program ends. Nothing is "
                   "written.");
    text.removeAll(QString());
    m_keychain->tell(MessageKind::Error, error.sentence, text.join(u'\n'), error.details());
}

void PlaceStep::setSaving(bool saving)
{
    if (saving)
        m_keychain->hide();
    m_form->setEnabled(!saving);
    m_back->setEnabled(!saving);
    m_continue->setEnabled(!saving);
    m_continue->setText(saving ? tr("Saving the key…") : tr("Continue"));
    m_stop->setVisible(saving);
}

} // namespace acx
