// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/app_services.h"
#include "ui/widgets/message_bar.h"

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
/// stays. Its controls: "removeProfile"; "removeNotice" with "removeName", "removeConfirm" and "removeKeep";
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
    void takeResult(const Status &status, const QUuid &id);

    const AppServices &m_services;
    QUuid m_profile;
    QString m_profileName;
    QPushButton *m_remove;
    InlineNotice *m_question;
    QLineEdit *m_name;
    QPushButton *m_confirm = nullptr;
    InlineNotice *m_failure;
    QPushButton *m_retry = nullptr;
    QPushButton *m_anyway = nullptr;
};

} // namespace acx
