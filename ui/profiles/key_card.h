// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/api_key_file.h"
#include "ui/app_services.h"
#include "ui/widgets/message_bar.h"

#include <QUuid>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
class SecretField;
struct Profile;

/// The key of a profile, and how another one takes its place: the old key stays until the new one was read back. Nobody
/// has to wait for a keychain that takes its time: its answer is told when it comes. Its controls: "keyFacts",
/// "replaceWithFile", "replaceByPaste", "replaceStop", "newKey" with "newKeyShow", "useNewKey", "cancelNewKey";
/// "replaceNotice" with "replaceAnyway" and "keepOldKey"; "replaceStopped".
class KeyCard final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCard(const AppServices &services, QWidget *parent = nullptr);
    void setProfile(const Profile &profile);

Q_SIGNALS:
    void message(const acx::Message &message);

private:
    void build();
    void connectParts();
    void showPaste(bool shown);
    void readFile(const QString &path, const QUuid &profile);
    void takeRead(const Result<ApiKeyImport> &read);
    void replace();
    void takeReplaced(const Result<Profile> &result, const QStringList &warnings, bool isWaitedFor);
    void setBusy(bool busy);
    void stopWaiting();

    const AppServices &m_services;
    QUuid m_profile;
    QLabel *m_facts;
    QWidget *m_choice;
    QPushButton *m_byFile;
    QPushButton *m_byPaste;
    QPushButton *m_stop;
    QWidget *m_paste;
    SecretField *m_newKey;
    QPushButton *m_use;
    InlineNotice *m_notice;
    InlineNotice *m_stopped;
    std::optional<ApiKeyImport> m_import;
    quint64 m_attempt = 0; ///< a later one, or another profile, leaves an earlier one's answer nothing to change here
    bool m_isBusy = false;
};

} // namespace acx
