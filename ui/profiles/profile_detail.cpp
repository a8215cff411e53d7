// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profile_detail.h"

#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/credentials/secret_store.h"
#include "app/profiles/profile_service.h"
#include "app/tokens/token_broker.h"
#include "ui/profiles/key_card.h"
#include "ui/profiles/place_form.h"
#include "ui/profiles/profile_text.h"
#include "ui/profiles/remove_card.h"
#include "ui/session.h"
#include "ui/widgets/colour_dot.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QVBoxLayout *fillCard(QFrame *card, const QString &title)
{
    auto *layout = new QVBoxLayout(card);
    const int margin = Theme::space(Space::L);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(makeLabel(title, LabelKind::Heading, card));
    return layout;
}

} // namespace

ProfileDetail::ProfileDetail(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    build();
    connect(m_form, &PlaceForm::changed, this, [this] {
        m_changedSince = true;
        setChanged(true);
    });
    connect(m_save, &QPushButton::clicked, this, &ProfileDetail::save);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_form->setProfile(m_profile);
        setChanged(false);
    });
    connect(m_use, &QPushButton::clicked, this, &ProfileDetail::useWanted);
    connect(m_try, &QPushButton::clicked, this, &ProfileDetail::tryKey);
    connect(m_key, &KeyCard::message, this, &ProfileDetail::message);
    connect(m_remove, &RemoveCard::message, this, &ProfileDetail::message);
    setChanged(false);
}

void ProfileDetail::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(buildHead());
    layout->addWidget(buildPlace());
    QFrame *key = makeCard(this);
    m_key = new KeyCard(m_services, key);
    fillCard(key, tr("API key"))->addWidget(m_key);
    layout->addWidget(key);
    QFrame *remove = makeCard(this);
    m_remove = new RemoveCard(m_services, remove);
    fillCard(remove, tr("Remove"))->addWidget(m_remove);
    layout->addWidget(remove);
}

QWidget *ProfileDetail::buildHead()
{
    auto *head = new QWidget(this);
    m_dot = new ColourDot(head);
    m_name = new ElidedLabel(head);
    m_name->setProperty("role", u"title"_s);
    m_name->setObjectName(u"profileTitle"_s);
    m_inUse = makeTag(tr("in use"), TagKind::Accent, head);
    m_readOnly = makeTag(tr("read-only"), TagKind::Neutral, head);
    m_readOnly->setObjectName(u"profileReadOnly"_s);
    m_session = makeTag(tr("this session only"), TagKind::Warning, head);
    m_placeText = makeLabel({}, LabelKind::Muted, head);
    m_tryReason = makeParagraph({}, LabelKind::SmallMuted, head);
    m_tryReason->setObjectName(u"tryReason"_s);
    m_try = makeButton(tr("Try the key"), ButtonKind::Normal, head);
    m_try->setObjectName(u"tryProfile"_s);
    m_use = makeButton(tr("Use this profile"), ButtonKind::Primary, head);
    m_use->setObjectName(u"useProfile"_s);

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(Space::S));
    line->addWidget(m_dot);
    line->addWidget(m_name, 1);
    line->addWidget(m_inUse);
    line->addWidget(m_readOnly);
    line->addWidget(m_session);
    line->addSpacing(Theme::space(Space::S));
    line->addWidget(m_try);
    line->addWidget(m_use);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addLayout(line);
    layout->addWidget(m_placeText);
    layout->addWidget(m_tryReason);
    return head;
}

QWidget *ProfileDetail::buildPlace()
{
    QFrame *card = makeCard(this);
    QVBoxLayout *layout = fillCard(card, tr("Name and place"));
    m_form = new PlaceForm(m_services, card);
    m_save = makeButton(tr("Save changes"), ButtonKind::Primary, card);
    m_save->setObjectName(u"saveProfile"_s);
    m_discard = makeButton(tr("Discard"), ButtonKind::Normal, card);
    m_discard->setObjectName(u"discardProfile"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(Space::S));
    buttons->addStretch(1);
    buttons->addWidget(m_discard);
    buttons->addWidget(m_save);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    return card;
}

void ProfileDetail::setProfile(const Profile &profile, bool inUse)
{
    const bool sameWithEntries = profile.id == m_profile.id && m_changed;
    m_profile = profile;
    if (!sameWithEntries) {
        m_form->setProfile(profile);
        setChanged(false);
    }
    m_key->setProfile(profile);
    m_remove->setProfile(profile);
    showHead(inUse);
}

void ProfileDetail::showHead(bool inUse)
{
    m_dot->setColour(QColor(m_profile.colour));
    m_name->setFullText(m_profile.name);
    m_inUse->setVisible(inUse);
    m_use->setVisible(!inUse);
    m_readOnly->setVisible(m_profile.readOnly);
    m_session->setVisible(m_profile.sessionOnly);
    m_placeText->setText(withVisibleControls(m_services.session.placeText(m_profile)));
    m_try->setEnabled(!m_profile.singleUseKey);
    m_tryReason->setText(
        m_profile.singleUseKey ? tr("Trying would spend the key: it may be good for one exchange only.") : QString());
    m_tryReason->setVisible(m_profile.singleUseKey);
}

void ProfileDetail::setChanged(bool changed)
{
    m_changed = changed;
    m_save->setEnabled(changed && !m_isSaving);
    m_discard->setEnabled(changed && !m_isSaving);
}

void ProfileDetail::save()
{
    const std::optional<Profile> edited = m_form->read();
    if (!edited)
        return;
    // What was changed elsewhere since the form was filled is no entry of the person's.
    const Profile base = m_form->base();
    const auto saveItsClient = [this, self = QPointer(this), edited = *edited, base,
                                client = m_form->client()]() -> QFuture<Status> {
        if (!self)
            return ready<void>(Status());
        Profile saved = edited;
        saved.clientId = base.clientId;
        m_form->setBase(saved);
        return saveClient(m_services.profiles, edited, base, client);
    };
    m_isSaving = true;
    m_changedSince = false;
    setChanged(m_changed);
    // One thing after the other, and one word for all of it: "saved" is said of nothing that failed.
    deliver(chain<void>(m_services.profiles.update(*edited, base), saveItsClient), this,
            [this, profile = *edited](const Status &status) { takeSaved(status, profile); });
}

void ProfileDetail::takeSaved(const Status &status, const Profile &profile)
{
    m_isSaving = false;
    const bool isDone = status && profile.id == m_profile.id && !m_changedSince;
    if (isDone)
        m_form->setProfile(m_profile);
    else if (status)
        m_form->setBase(profile);
    setChanged(m_changed && !isDone);
    if (!status) {
        Q_EMIT message(Message::fromError(status.error()));
        return;
    }
    Message note;
    note.kind = MessageKind::Success;
    note.text = tr("“%1” is saved.").arg(profile.name);
    note.staysOpen = false;
    Q_EMIT message(note);
}

void ProfileDetail::tryKey()
{
    const TokenNeed need{m_profile.id, usualKindOf(m_profile, m_services.deployments)};
    m_try->setEnabled(false);
    m_try->setText(tr("Trying …"));
    m_services.keychain.allowPrompt();
    deliver(m_services.broker.renew(need), this,
            [this, name = m_profile.name](const Result<Token> &result) { takeTry(result, name); });
}

void ProfileDetail::takeTry(const Result<Token> &result, const QString &name)
{
    m_try->setText(tr("Try the key"));
    m_try->setEnabled(!m_profile.singleUseKey);
    if (!result) {
        Q_EMIT message(Message::fromError(result.error()));
        return;
    }
    Message note;
    note.kind = MessageKind::Success;
    const QString until = QLocale().toString(result->expiresAt.toLocalTime().time(), u"HH:mm"_s);
    note.text = tr("The key of “%1” works: %2, valid until %3.").arg(name, displayName(result->kind), until);
    note.staysOpen = false;
    Q_EMIT message(note);
}

} // namespace acx
