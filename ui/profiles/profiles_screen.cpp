// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profiles_screen.h"

#include "app/profiles/profile_service.h"
#include "ui/profiles/profile_detail.h"
#include "ui/profiles/profile_list.h"
#include "ui/session.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/page.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int listWidth = 290;   // pixels
constexpr int detailWidth = 720; // pixels

} // namespace

ProfilesScreen::ProfilesScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
    , m_detail(new ProfileDetail(services))
{
    setObjectName(u"profilesScreen"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildList());
    layout->addWidget(makePage(m_detail, detailWidth, PageAlignment::Top, this), 1);
    connect(m_list, &QListWidget::currentItemChanged, this, &ProfilesScreen::showSelected);
    connect(m_detail, &ProfileDetail::message, this, &ProfilesScreen::message);
    connect(m_detail, &ProfileDetail::useWanted, this, [this] { m_services.session.select(m_list->selected()); });
    connect(&services.profiles, &ProfileService::profilesChanged, this, &ProfilesScreen::refresh);
    connect(&services.session, &Session::profileChanged, this, &ProfilesScreen::refresh);
    refresh();
}

QWidget *ProfilesScreen::buildList()
{
    auto *side = new QFrame(this);
    side->setProperty("panel", u"surface"_s);
    side->setFixedWidth(listWidth);
    m_list = new ProfileList(m_services.theme, m_services.session, side);
    auto *add = makeButton(tr("Add a profile"), ButtonKind::Normal, side);
    add->setObjectName(u"addProfile"_s);
    const auto drawIcon = [this, add] { add->setIcon(m_services.theme.icon(u"plus"_s, Colour::Text)); };
    drawIcon();
    connect(&m_services.theme, &Theme::changed, add, drawIcon);
    connect(add, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Place::Welcome); });
    auto *layout = new QVBoxLayout(side);
    const int margin = Theme::space(Space::M);
    layout->setContentsMargins(margin, Theme::space(Space::Xl), margin, margin);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(makeLabel(tr("Profiles"), LabelKind::Title, side));
    layout->addWidget(m_list, 1);
    layout->addWidget(add);
    return side;
}

void ProfilesScreen::activate()
{
    if (m_services.profiles.profiles().isEmpty())
        Q_EMIT goTo(Place::Welcome);
    else
        m_list->setFocus();
}

void ProfilesScreen::refresh()
{
    const std::optional<Profile> inUse = m_services.session.profile();
    const QList<Profile> profiles = m_services.profiles.profiles();
    m_list->setProfiles(profiles, inUse ? inUse->id : QUuid());
    m_detail->setVisible(!profiles.isEmpty());
    if (profiles.isEmpty()) {
        if (isVisible() && !m_shown.isNull())
            Q_EMIT goTo(Place::Welcome);
        m_shown = {};
        return;
    }
    if (m_list->selected().isNull())
        m_list->select(inUse ? inUse->id : profiles.constFirst().id);
    showSelected();
}

void ProfilesScreen::showSelected()
{
    const std::optional<Profile> profile = m_services.profiles.find(m_list->selected());
    if (!profile)
        return;
    if (profile->id != m_shown && m_detail->isChanged()) {
        Message note;
        note.text = tr("Changes that were not saved are gone.");
        note.staysOpen = false;
        Q_EMIT message(note);
    }
    m_shown = profile->id;
    const std::optional<Profile> inUse = m_services.session.profile();
    m_detail->setProfile(*profile, inUse && inUse->id == profile->id);
}

} // namespace acx
