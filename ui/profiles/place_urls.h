// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/endpoints.h"
#include "app/profiles/profile.h"

#include <QWidget>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class FormField;
class Theme;

/// The person's own URLs and the settings of the IAM exchange, folded away as long as nobody needs them. Its controls:
/// "otherUrls" (unfolds), "loginUrl", "loginProposal", "iamUrl", "platformUrl", "apiUrl", "iamScope", "iamTenant".
class PlaceUrls final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceUrls(const Theme &theme, QWidget *parent = nullptr);

    /// Shows the fields that this deployment can use, with what it uses by itself as their placeholders.
    void setDeployment(const Deployment &deployment, const Endpoints &defaults);
    void setValues(const Endpoints &overrides, const IamSettings &iam);
    /// Proposes the login service that belongs to this management host; an empty URL proposes nothing.
    void proposeLogin(const QUrl &managementUrl);
    void setPlatformUrl(const QString &url);
    /// The entered URLs over `overrides`; marks the fields that cannot be read.
    [[nodiscard]] bool readInto(Endpoints &overrides, IamSettings &iam);
    void setUnfolded(bool unfolded);

Q_SIGNALS:
    void changed();

private:
    struct UrlRow
    {
        EndpointRole role;
        QUrl Endpoints::*member;
        FormField *field;
        QLineEdit *line;
    };

    [[nodiscard]] bool readRow(const UrlRow &row, Endpoints &overrides);
    void buildRows();

    void drawToggle();

    const Theme &m_theme;
    QPushButton *m_toggle;
    QWidget *m_content;
    QList<UrlRow> m_rows;
    QPushButton *m_proposal;
    FormField *m_scopeField;
    QLineEdit *m_scope;
    FormField *m_tenantField;
    QLineEdit *m_tenant;
};

} // namespace acx
