// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/app_services.h"
#include "ui/widgets/message_bar.h"

#include <QHash>
#include <QUuid>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
struct Profile;

/// Removes a profile and its secrets after its name was typed. What could not be removed is said, and the profile then
/// stays. Nobody has to wait for a keychain that takes its time: its answer is told when it comes. Its controls:
/// "removeProfile", "removeStop"; "removeNotice" with "removeName", "removeConfirm" and "removeKeep"; "removeStopped";
/// "removeFailure" with "removeRetry" and "removeAnyway".
class RemoveCard final : public QWidget
{
    Q_OBJECT
public:
    explicit RemoveCard(const AppServices &services, QWidget *parent = nullptr);
    void setProfile(const Profile &profile);

Q_SIGNALS:
    void message(const acx::Message &message);

private:
    void buildQuestion();
    void buildFailure();
    void ask();
    void remove(bool evenWithoutProof);
    void setBusy(bool busy);
    void stopWaiting();
    void takeResult(const Status &status, const QUuid &id, const QString &name);
    void takeFailure(const Error &error, const QUuid &id);

    const AppServices &m_services;
    QUuid m_profile;
    QString m_profileName;
    QHash<QUuid, bool> m_unanswered; ///< profiles that are being removed, and whether the answer is waited for
    QPushButton *m_remove;
    QPushButton *m_stop;
    InlineNotice *m_question;
    QLineEdit *m_name;
    QPushButton *m_confirm = nullptr;
    InlineNotice *m_stopped;
    InlineNotice *m_failure;
    QPushButton *m_retry = nullptr;
    QPushButton *m_anyway = nullptr;
};

} // namespace acx
