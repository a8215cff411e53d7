// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/unused_token_card.h"

#include "app/deployments/deployment.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString reasonOf(const AppServices &services, TokenKind kind, bool lacksClient)
{
    switch (kind) {
    case TokenKind::ApiConnect: {
        const Deployment &v5 = services.deployments.get(DeploymentKind::V5);
        return v5.isRetired() ? UnusedTokenCard::tr("The V5 public cloud that issued it was closed on %1.")
                                    .arg(QLocale().toString(v5.retiredOn, u"d MMMM yyyy"_s))
                              : UnusedTokenCard::tr("Only a V5 installation issues it.");
    }
    case TokenKind::Iam:
        return UnusedTokenCard::tr("The profile has no URL of an IAM.");
    case TokenKind::Platform:
        return lacksClient ? UnusedTokenCard::tr("It needs a client id and a client secret, which the profile lacks.")
                           : UnusedTokenCard::tr("The profile has no URL of a platform API that issues tokens.");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

UnusedTokenCard::UnusedTokenCard(const AppServices &services, TokenKind kind, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"unusedToken-"_s + toText(kind));
    setProperty("panel", u"card"_s);
    const std::optional<Profile> profile = services.session.profile();
    const bool possible = profile && services.deployments.get(profile->deployment).tokenKinds.contains(kind);
    const bool lacksClient = possible && kind == TokenKind::Platform && profile->clientId.isEmpty();
    QLabel *tag = makeTag(possible ? tr("not set up") : tr("not used by this deployment"), TagKind::Neutral, this);
    tag->setObjectName(u"unusedState"_s);
    auto *reason = new ElidedLabel(this);
    reason->setObjectName(u"unusedReason"_s);
    reason->setProperty("role", u"smallMuted"_s);
    reason->setFullText(reasonOf(services, kind, lacksClient));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::L), Theme::space(Space::L),
                               Theme::space(Space::L));
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(makeLabel(displayName(kind), LabelKind::Heading, this));
    layout->addWidget(tag);
    layout->addWidget(reason, 1);
    if (possible) {
        QPushButton *setUp = makeButton(tr("Set up in Profiles"), ButtonKind::Quiet, this);
        setUp->setObjectName(u"unusedSetUp"_s);
        layout->addWidget(setUp);
        connect(setUp, &QPushButton::clicked, this, &UnusedTokenCard::profileWanted);
    }
}

} // namespace acx
