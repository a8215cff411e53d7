// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"
#include "ui/app_services.h"

#include <QWidget>

namespace acx {

/// The operations that can be called: those of the deployment, and those of the API definitions that were opened. Its
/// parts: "catalogSearch" with "catalogCount" and "catalogTree"; "catalogEmpty" with "catalogClear"; "openDefinition"
/// with the items "openFile", "openUrl" and "openClipboard"; "definitionUrl" with "definitionUrlOpen";
/// "catalogNotice", "catalogProgress" with "catalogCancel"; and the page "definitionCard".
class CatalogPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit CatalogPanel(const AppServices &services, QWidget *parent = nullptr);
    ~CatalogPanel() override;

    /// The operations of the deployment.
    void setShipped(const OperationCatalog &catalog);
    /// Marks the operation that is shown; an empty id marks none. Emits nothing.
    void setCurrent(const QString &catalogId, const QString &operationId);
    void focusSearch();
    /// Opens an answer as a catalog of its own and shows it; progress and errors appear here.
    void openAnswer(const ResponseBody &body, const AnswerSource &source);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// `catalogId` is empty for an operation of the deployment, else the id of a Definition.
    void operationChosen(const QString &catalogId, const QString &operationId, bool newTab);
    /// An answer was opened as a catalog (openAnswer).
    void definitionOpened(const QString &catalogId);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace acx
