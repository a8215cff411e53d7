// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile.h"
#include "ui/app_services.h"

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
class PlaceForm;

/// The second step: the form of the place, what should be known about the key file, and what the keychain says. Its
/// controls: those of PlaceForm; "placeBack", "placeContinue", "placeStop"; "keyFileNotice"; "sameKeyNotice" with
/// "goToSameKey" and "importAgain"; "keychainNotice" with "keychainRetry" and "sessionOnly".
class PlaceStep final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceStep(const AppServices &services, QWidget *parent = nullptr);

    [[nodiscard]] PlaceForm &form() { return *m_form; }
    void reset();
    void showKeyFileWarnings(const QStringList &warnings);
    void showSameKey(const Profile &profile);
    /// Asks what to do about a keychain, or a disk, that did not take the key.
    void askAboutKeychain(const Error &error, bool canBeForSession);
    void setSaving(bool saving);

Q_SIGNALS:
    void backWanted();
    void continueWanted();
    /// To continue, and the keychain may ask for its password again.
    void unlockWanted();
    void stopWanted();
    void sessionOnlyWanted();
    void sameKeyWanted();

private:
    void buildNotices();

    PlaceForm *m_form;
    InlineNotice *m_warnings;
    InlineNotice *m_sameKey;
    InlineNotice *m_keychain;
    QPushButton *m_retry = nullptr;
    QPushButton *m_session = nullptr;
    QPushButton *m_back;
    QPushButton *m_continue;
    QPushButton *m_stop;
};

} // namespace acx
