// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/place_urls.h"

#include "app/http/encoding.h"
#include "ui/profiles/region_items.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/form_field.h"

#include <QGridLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QLineEdit *makeLine(const QString &name, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(name);
    return line;
}

bool uses(const Deployment &deployment, TokenKind kind)
{
    return deployment.tokenKinds.contains(kind);
}

bool needed(const Deployment &deployment, EndpointRole role)
{
    switch (role) {
    case EndpointRole::Api:
        return !asksForApiHost(deployment);
    case EndpointRole::Login:
        return uses(deployment, TokenKind::ApiConnect);
    case EndpointRole::Iam:
        return uses(deployment, TokenKind::Iam);
    case EndpointRole::Platform:
        return uses(deployment, TokenKind::Platform);
    }
    return false;
}

} // namespace

PlaceUrls::PlaceUrls(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_toggle(makeButton(tr("Other URLs and token settings"), ButtonKind::Quiet, this))
    , m_content(new QWidget(this))
    , m_proposal(makeButton({}, ButtonKind::Quiet, m_content))
    , m_scope(makeLine(u"iamScope"_s, m_content))
    , m_tenant(makeLine(u"iamTenant"_s, m_content))
{
    m_toggle->setObjectName(u"otherUrls"_s);
    m_toggle->setCheckable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    auto *fold = new QHBoxLayout;
    fold->setContentsMargins(-Theme::space(Space::S), 0, 0, 0); // its text stands under the fields' left edge
    fold->addWidget(m_toggle);
    fold->addStretch(1);
    layout->addLayout(fold);
    layout->addWidget(m_content);

    m_scopeField = new FormField(tr("IAM scope"), m_scope, m_content);
    m_scopeField->setHint(tr("Several are separated by blanks. Empty means everything the key may do."));
    m_tenantField = new FormField(tr("IAM account (tenant)"), m_tenant, m_content);
    m_tenantField->setHint(tr("A token is given only if the key belongs to this account."));
    m_proposal->setObjectName(u"loginProposal"_s);
    m_proposal->hide();
    buildRows();
    m_content->hide();

    connect(m_toggle, &QPushButton::toggled, this, &PlaceUrls::setUnfolded);
    connect(&theme, &Theme::changed, this, &PlaceUrls::drawToggle);
    drawToggle();
    connect(m_scope, &QLineEdit::textEdited, this, &PlaceUrls::changed);
    connect(m_tenant, &QLineEdit::textEdited, this, &PlaceUrls::changed);
    connect(m_proposal, &QPushButton::clicked, this, [this] {
        for (const UrlRow &row : std::as_const(m_rows)) {
            if (row.role == EndpointRole::Login)
                row.line->setText(m_proposal->property("url").toString());
        }
        m_proposal->hide();
        Q_EMIT changed();
    });
}

void PlaceUrls::buildRows()
{
    auto *grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::space(Space::L));
    grid->setVerticalSpacing(Theme::space(Space::M));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto add = [&](EndpointRole role, QUrl Endpoints::*member, const QString &name, const QString &label) {
        QLineEdit *line = makeLine(name, m_content);
        auto *field = new FormField(label, line, m_content);
        m_rows += UrlRow{role, member, field, line};
        connect(line, &QLineEdit::textEdited, this, [this, field] {
            field->setError({});
            Q_EMIT changed();
        });
        connect(line, &QLineEdit::editingFinished, this, [this, row = m_rows.size() - 1] {
            Endpoints unused;
            (void)readRow(m_rows[row], unused);
        });
        return field;
    };
    grid->addWidget(add(EndpointRole::Api, &Endpoints::api, u"apiUrl"_s, tr("API host")), 0, 0, 1, 2);
    grid->addWidget(add(EndpointRole::Login, &Endpoints::login, u"loginUrl"_s, tr("Login service")), 1, 0, 1, 2);
    grid->addWidget(m_proposal, 2, 0, 1, 2, Qt::AlignLeft);
    grid->addWidget(add(EndpointRole::Iam, &Endpoints::iam, u"iamUrl"_s, tr("IBM Cloud IAM")), 3, 0, 1, 2);
    grid->addWidget(add(EndpointRole::Platform, &Endpoints::platform, u"platformUrl"_s, tr("Platform API")), 4, 0, 1,
                    2);
    grid->addWidget(m_scopeField, 5, 0, Qt::AlignTop);
    grid->addWidget(m_tenantField, 5, 1, Qt::AlignTop);
    // The focus goes down the rows, not in the order in which they were made.
    const QList<QWidget *> downwards{m_toggle,       m_rows[0].line, m_rows[1].line, m_proposal,
                                     m_rows[2].line, m_rows[3].line, m_scope,        m_tenant};
    for (qsizetype i = 1; i < downwards.size(); ++i)
        setTabOrder(downwards[i - 1], downwards[i]);
}

void PlaceUrls::setDeployment(const Deployment &deployment, const Endpoints &defaults)
{
    for (const UrlRow &row : std::as_const(m_rows)) {
        const QUrl usual = defaults.*(row.member);
        row.field->setVisible(needed(deployment, row.role));
        row.line->setPlaceholderText(usual.isEmpty() ? tr("none") : usual.toString());
        row.field->setError({});
    }
    const bool iam = uses(deployment, TokenKind::Iam);
    m_scopeField->setVisible(iam);
    m_tenantField->setVisible(iam);
}

void PlaceUrls::setValues(const Endpoints &overrides, const IamSettings &iam)
{
    for (const UrlRow &row : std::as_const(m_rows))
        row.line->setText((overrides.*(row.member)).toString());
    m_scope->setText(iam.scopes.join(u' '));
    m_tenant->setText(iam.tenant);
}

void PlaceUrls::proposeLogin(const QUrl &managementUrl)
{
    const QUrl proposal = managementUrl.isEmpty() ? QUrl() : proposedLoginUrl(managementUrl);
    bool free = false;
    for (const UrlRow &row : std::as_const(m_rows)) {
        if (row.role == EndpointRole::Login)
            free = row.line->text().isEmpty() && !row.field->isHidden();
    }
    m_proposal->setVisible(free && !proposal.isEmpty());
    m_proposal->setProperty("url", proposal.toString());
    m_proposal->setText(tr("Use %1 as the login service").arg(proposal.host()));
}

void PlaceUrls::setPlatformUrl(const QString &url)
{
    for (const UrlRow &row : std::as_const(m_rows)) {
        if (row.role == EndpointRole::Platform)
            row.line->setText(url);
    }
}

bool PlaceUrls::readRow(const UrlRow &row, Endpoints &overrides)
{
    const QString typed = row.line->text().trimmed();
    row.field->setError({});
    if (typed.isEmpty() || row.field->isHidden())
        return true;
    const Result<QUrl> url = readBaseUrl(typed, row.role);
    if (!url) {
        row.field->setError(url.error().message());
        return false;
    }
    overrides.*(row.member) = *url;
    return true;
}

bool PlaceUrls::readInto(Endpoints &overrides, IamSettings &iam)
{
    QWidget *firstBad = nullptr;
    for (const UrlRow &row : std::as_const(m_rows)) {
        if (!readRow(row, overrides) && !firstBad)
            firstBad = row.line;
    }
    iam.scopes = m_scopeField->isHidden() ? QStringList() : m_scope->text().split(u' ', Qt::SkipEmptyParts);
    iam.tenant = m_tenantField->isHidden() ? QString() : m_tenant->text().trimmed();
    if (hasControlCharacters(iam.tenant.toUtf8())) {
        m_tenantField->setError(tr("An account holds no control characters."));
        firstBad = firstBad ? firstBad : m_tenant;
    }
    if (firstBad) {
        setUnfolded(true);
        firstBad->setFocus();
    }
    return !firstBad;
}

void PlaceUrls::setUnfolded(bool unfolded)
{
    m_toggle->setChecked(unfolded);
    m_content->setVisible(unfolded);
    drawToggle();
}

void PlaceUrls::drawToggle()
{
    m_toggle->setIcon(m_theme.icon(m_toggle->isChecked() ? u"chevron-down"_s : u"chevron-right"_s, Colour::Accent));
}

} // namespace acx
