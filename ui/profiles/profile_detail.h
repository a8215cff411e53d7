// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/profiles/profile.h"
#include "app/tokens/token.h"
#include "ui/app_services.h"
#include "ui/widgets/message_bar.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class ColourDot;
class ElidedLabel;
class KeyCard;
class PlaceForm;
class RemoveCard;

/// One profile: its place to edit, its key, trying it and removing it. Controls: "useProfile", "tryProfile",
/// "saveProfile", "discardProfile", and those of PlaceForm, KeyCard and RemoveCard.
class ProfileDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileDetail(const AppServices &services, QWidget *parent = nullptr);

    /// Entries that were not saved are kept if it is the same profile.
    void setProfile(const Profile &profile, bool inUse);
    /// Whether there are entries that nobody saves or has saved.
    [[nodiscard]] bool isChanged() const { return m_changed && !m_isSaving; }

Q_SIGNALS:
    void message(const acx::Message &message);
    void useWanted();

private:
    void build();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildPlace();
    void showHead(bool inUse);
    void setChanged(bool changed);
    void save();
    void takeSaved(const Status &status, const Profile &profile);
    void tryKey();
    void takeTry(const Result<Token> &result, const QString &name);

    const AppServices &m_services;
    Profile m_profile;
    bool m_changed = false;
    bool m_isSaving = false; ///< the entries stand in the form until all of them are kept
    bool m_changedSince = false;
    ColourDot *m_dot = nullptr;
    ElidedLabel *m_name = nullptr;
    QLabel *m_inUse = nullptr;
    QLabel *m_readOnly = nullptr;
    QLabel *m_session = nullptr;
    QLabel *m_placeText = nullptr;
    QLabel *m_tryReason = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_try = nullptr;
    PlaceForm *m_form = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_discard = nullptr;
    KeyCard *m_key = nullptr;
    RemoveCard *m_remove = nullptr;
};

} // namespace acx
