// SPDX-License-Identifier: GPL-3.0-or-later
// Tabs that survive a restart, for each profile its own.
#include "app/base/deliver.h"
#include "app/profiles/profile_service.h"
#include "ui/explorer/explorer_screen.h"
#include "ui/explorer/explorer_tab.h"
#include "ui/session.h"

#include <QTabBar>

#include <algorithm>

namespace acx {

void ExplorerScreen::followProfile()
{
    const std::optional<Profile> profile = m_services.session.profile();
    const QUuid id = profile ? profile->id : QUuid();
    if (id == m_profile)
        return;
    saveNow();
    const bool hadProfile = !m_profile.isNull();
    m_profile = id;
    m_draftsRead = false;
    m_saveWanted = false;
    // What was entered before there was any profile belongs to the first one.
    if (hadProfile)
        closeAllBut(addTab());
    if (id.isNull())
        return;
    deliver(m_services.drafts.load(id), this, [this, id](const Result<DraftSet> &drafts) { takeDrafts(id, drafts); });
}

void ExplorerScreen::closeAllBut(ExplorerTab &kept)
{
    for (int i = m_bar->count() - 1; i >= 0; --i) {
        if (tabAt(i) != &kept)
            removeTab(tabAt(i));
    }
}

void ExplorerScreen::takeDrafts(const QUuid &profile, const Result<DraftSet> &drafts)
{
    if (profile != m_profile)
        return;
    if (!drafts) {
        // They are still there: nothing is written over them.
        Q_EMIT message(Message::fromError(drafts.error()));
        return;
    }
    m_draftsRead = true;
    if (m_saveWanted)
        saveSoon();
    if (drafts->notice) {
        Message note = Message::fromError(*drafts->notice);
        note.kind = MessageKind::Warning;
        Q_EMIT message(note);
    }
    if (drafts->tabs.isEmpty())
        return;
    // Whoever was faster than the disk keeps what was entered meanwhile.
    ExplorerTab *first = tabAt(0);
    const bool replaces = m_bar->count() == 1 && first->isUntouched();
    const int before = m_bar->count();
    for (const RequestState &state : drafts->tabs)
        addTab().openState(state);
    if (!replaces) {
        m_bar->setCurrentIndex(before - 1);
        return;
    }
    const int current = std::clamp(drafts->current, 0, int(drafts->tabs.size()) - 1);
    m_bar->setCurrentIndex(before + current);
    removeTab(first);
}

void ExplorerScreen::saveSoon()
{
    m_saveWanted = !m_draftsRead;
    if (m_draftsRead)
        m_saveTimer.start();
}

void ExplorerScreen::saveNow()
{
    m_saveTimer.stop();
    if (!m_draftsRead || !m_services.profiles.find(m_profile))
        return;
    DraftSet drafts;
    for (int i = 0; i < m_bar->count(); ++i) {
        const ExplorerTab *tab = tabAt(i);
        if (tab->isUntouched())
            continue;
        if (i <= m_bar->currentIndex())
            drafts.current = int(drafts.tabs.size());
        drafts.tabs.append(tab->state());
    }
    deliver(m_services.drafts.save(m_profile, drafts), this, [this](const Status &saved) {
        // Said once, and not again with each key that is typed until one was kept.
        if (!saved && !m_saveFailed)
            Q_EMIT message(Message::fromError(saved.error()));
        m_saveFailed = !saved;
    });
}

} // namespace acx
