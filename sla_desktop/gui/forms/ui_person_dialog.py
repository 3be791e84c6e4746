# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'person_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QPlainTextEdit, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_PersonDialog(object):
    def setupUi(self, PersonDialog):
        if not PersonDialog.objectName():
            PersonDialog.setObjectName(u"PersonDialog")
        PersonDialog.resize(640, 640)
        self.layout_13 = QVBoxLayout(PersonDialog)
        self.layout_13.setSpacing(14)
        self.layout_13.setObjectName(u"layout_13")
        self.layout_13.setContentsMargins(26, 24, 26, 22)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(3)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(PersonDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"heading")

        self.layout_1.addWidget(self.heading_label)

        self.hint_label = QLabel(PersonDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_1.addWidget(self.hint_label)


        self.layout_13.addLayout(self.layout_1)

        self.scroll = QScrollArea(PersonDialog)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_body = QWidget()
        self.scroll_body.setObjectName(u"scroll_body")
        self.scroll_body.setProperty(u"look", u"clear")
        self.scroll_layout = QVBoxLayout(self.scroll_body)
        self.scroll_layout.setSpacing(14)
        self.scroll_layout.setObjectName(u"scroll_layout")
        self.scroll_layout.setContentsMargins(0, 0, 0, 0)
        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(5)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.full_name_label = QLabel(self.scroll_body)
        self.full_name_label.setObjectName(u"full_name_label")
        self.full_name_label.setProperty(u"look", u"field")

        self.layout_2.addWidget(self.full_name_label)

        self.full_name_edit = QLineEdit(self.scroll_body)
        self.full_name_edit.setObjectName(u"full_name_edit")

        self.layout_2.addWidget(self.full_name_edit)

        self.error_label = QLabel(self.scroll_body)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)
        self.error_label.setProperty(u"tone", u"bad")
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.error_label)


        self.scroll_layout.addLayout(self.layout_2)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(12)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(5)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.known_as_label = QLabel(self.scroll_body)
        self.known_as_label.setObjectName(u"known_as_label")
        self.known_as_label.setProperty(u"look", u"field")

        self.layout_4.addWidget(self.known_as_label)

        self.known_as_edit = QLineEdit(self.scroll_body)
        self.known_as_edit.setObjectName(u"known_as_edit")

        self.layout_4.addWidget(self.known_as_edit)


        self.layout_3.addLayout(self.layout_4)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(5)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.pronouns_label = QLabel(self.scroll_body)
        self.pronouns_label.setObjectName(u"pronouns_label")
        self.pronouns_label.setProperty(u"look", u"field")

        self.layout_5.addWidget(self.pronouns_label)

        self.pronouns_edit = QLineEdit(self.scroll_body)
        self.pronouns_edit.setObjectName(u"pronouns_edit")

        self.layout_5.addWidget(self.pronouns_edit)


        self.layout_3.addLayout(self.layout_5)

        self.layout_3.setStretch(0, 1)
        self.layout_3.setStretch(1, 1)

        self.scroll_layout.addLayout(self.layout_3)

        self.email_row = QHBoxLayout()
        self.email_row.setSpacing(12)
        self.email_row.setObjectName(u"email_row")
        self.email_layout = QVBoxLayout()
        self.email_layout.setSpacing(5)
        self.email_layout.setObjectName(u"email_layout")
        self.email_label = QLabel(self.scroll_body)
        self.email_label.setObjectName(u"email_label")
        self.email_label.setProperty(u"look", u"field")

        self.email_layout.addWidget(self.email_label)

        self.email_edit = QLineEdit(self.scroll_body)
        self.email_edit.setObjectName(u"email_edit")

        self.email_layout.addWidget(self.email_edit)


        self.email_row.addLayout(self.email_layout)

        self.phone_layout = QVBoxLayout()
        self.phone_layout.setSpacing(5)
        self.phone_layout.setObjectName(u"phone_layout")
        self.phone_label = QLabel(self.scroll_body)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setProperty(u"look", u"field")

        self.phone_layout.addWidget(self.phone_label)

        self.phone_edit = QLineEdit(self.scroll_body)
        self.phone_edit.setObjectName(u"phone_edit")

        self.phone_layout.addWidget(self.phone_edit)


        self.email_row.addLayout(self.phone_layout)

        self.email_row.setStretch(0, 1)
        self.email_row.setStretch(1, 1)

        self.scroll_layout.addLayout(self.email_row)

        self.organisation_row = QHBoxLayout()
        self.organisation_row.setSpacing(12)
        self.organisation_row.setObjectName(u"organisation_row")
        self.organisation_layout = QVBoxLayout()
        self.organisation_layout.setSpacing(5)
        self.organisation_layout.setObjectName(u"organisation_layout")
        self.organisation_label = QLabel(self.scroll_body)
        self.organisation_label.setObjectName(u"organisation_label")
        self.organisation_label.setProperty(u"look", u"field")

        self.organisation_layout.addWidget(self.organisation_label)

        self.organisation_edit = QLineEdit(self.scroll_body)
        self.organisation_edit.setObjectName(u"organisation_edit")

        self.organisation_layout.addWidget(self.organisation_edit)


        self.organisation_row.addLayout(self.organisation_layout)

        self.role_layout = QVBoxLayout()
        self.role_layout.setSpacing(5)
        self.role_layout.setObjectName(u"role_layout")
        self.role_label = QLabel(self.scroll_body)
        self.role_label.setObjectName(u"role_label")
        self.role_label.setProperty(u"look", u"field")

        self.role_layout.addWidget(self.role_label)

        self.role_edit = QLineEdit(self.scroll_body)
        self.role_edit.setObjectName(u"role_edit")

        self.role_layout.addWidget(self.role_edit)


        self.organisation_row.addLayout(self.role_layout)

        self.organisation_row.setStretch(0, 1)
        self.organisation_row.setStretch(1, 1)

        self.scroll_layout.addLayout(self.organisation_row)

        self.sector_row = QHBoxLayout()
        self.sector_row.setSpacing(12)
        self.sector_row.setObjectName(u"sector_row")
        self.sector_layout = QVBoxLayout()
        self.sector_layout.setSpacing(5)
        self.sector_layout.setObjectName(u"sector_layout")
        self.sector_label = QLabel(self.scroll_body)
        self.sector_label.setObjectName(u"sector_label")
        self.sector_label.setProperty(u"look", u"field")

        self.sector_layout.addWidget(self.sector_label)

        self.sector_edit = QLineEdit(self.scroll_body)
        self.sector_edit.setObjectName(u"sector_edit")

        self.sector_layout.addWidget(self.sector_edit)


        self.sector_row.addLayout(self.sector_layout)

        self.place_layout = QVBoxLayout()
        self.place_layout.setSpacing(5)
        self.place_layout.setObjectName(u"place_layout")
        self.place_label = QLabel(self.scroll_body)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setProperty(u"look", u"field")

        self.place_layout.addWidget(self.place_label)

        self.place_edit = QLineEdit(self.scroll_body)
        self.place_edit.setObjectName(u"place_edit")

        self.place_layout.addWidget(self.place_edit)


        self.sector_row.addLayout(self.place_layout)

        self.sector_row.setStretch(0, 1)
        self.sector_row.setStretch(1, 1)

        self.scroll_layout.addLayout(self.sector_row)

        self.profession_row = QHBoxLayout()
        self.profession_row.setSpacing(12)
        self.profession_row.setObjectName(u"profession_row")
        self.profession_layout = QVBoxLayout()
        self.profession_layout.setSpacing(5)
        self.profession_layout.setObjectName(u"profession_layout")
        self.profession_label = QLabel(self.scroll_body)
        self.profession_label.setObjectName(u"profession_label")
        self.profession_label.setProperty(u"look", u"field")

        self.profession_layout.addWidget(self.profession_label)

        self.profession_edit = QLineEdit(self.scroll_body)
        self.profession_edit.setObjectName(u"profession_edit")

        self.profession_layout.addWidget(self.profession_edit)


        self.profession_row.addLayout(self.profession_layout)

        self.level_layout = QVBoxLayout()
        self.level_layout.setSpacing(5)
        self.level_layout.setObjectName(u"level_layout")
        self.level_label = QLabel(self.scroll_body)
        self.level_label.setObjectName(u"level_label")
        self.level_label.setProperty(u"look", u"field")

        self.level_layout.addWidget(self.level_label)

        self.level_edit = QLineEdit(self.scroll_body)
        self.level_edit.setObjectName(u"level_edit")

        self.level_layout.addWidget(self.level_edit)


        self.profession_row.addLayout(self.level_layout)

        self.profession_row.setStretch(0, 1)
        self.profession_row.setStretch(1, 1)

        self.scroll_layout.addLayout(self.profession_row)

        self.layout_7 = QHBoxLayout()
        self.layout_7.setSpacing(12)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.layout_8 = QVBoxLayout()
        self.layout_8.setSpacing(5)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.access_needs_label = QLabel(self.scroll_body)
        self.access_needs_label.setObjectName(u"access_needs_label")
        self.access_needs_label.setProperty(u"look", u"field")

        self.layout_8.addWidget(self.access_needs_label)

        self.access_needs_edit = QPlainTextEdit(self.scroll_body)
        self.access_needs_edit.setObjectName(u"access_needs_edit")
        self.access_needs_edit.setTabChangesFocus(True)

        self.layout_8.addWidget(self.access_needs_edit)


        self.layout_7.addLayout(self.layout_8)

        self.layout_9 = QVBoxLayout()
        self.layout_9.setSpacing(5)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.dietary_label = QLabel(self.scroll_body)
        self.dietary_label.setObjectName(u"dietary_label")
        self.dietary_label.setProperty(u"look", u"field")

        self.layout_9.addWidget(self.dietary_label)

        self.dietary_edit = QPlainTextEdit(self.scroll_body)
        self.dietary_edit.setObjectName(u"dietary_edit")
        self.dietary_edit.setTabChangesFocus(True)

        self.layout_9.addWidget(self.dietary_edit)


        self.layout_7.addLayout(self.layout_9)

        self.layout_7.setStretch(0, 1)
        self.layout_7.setStretch(1, 1)

        self.scroll_layout.addLayout(self.layout_7)

        self.scroll.setWidget(self.scroll_body)

        self.layout_13.addWidget(self.scroll)

        self.consent_label = QLabel(PersonDialog)
        self.consent_label.setObjectName(u"consent_label")
        self.consent_label.setProperty(u"look", u"small")
        self.consent_label.setWordWrap(True)
        self.consent_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_13.addWidget(self.consent_label)

        self.layout_12 = QHBoxLayout()
        self.layout_12.setSpacing(10)
        self.layout_12.setObjectName(u"layout_12")
        self.layout_12.setContentsMargins(0, 0, 0, 0)
        self.rights_button = QPushButton(PersonDialog)
        self.rights_button.setObjectName(u"rights_button")
        self.rights_button.setProperty(u"icon_name", u"lock")
        self.rights_button.setAutoDefault(False)

        self.layout_12.addWidget(self.rights_button)

        self.place_button = QPushButton(PersonDialog)
        self.place_button.setObjectName(u"place_button")

        self.layout_12.addWidget(self.place_button)

        self.spacer_1 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_12.addItem(self.spacer_1)

        self.cancel_button = QPushButton(PersonDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_12.addWidget(self.cancel_button)

        self.save_button = QPushButton(PersonDialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"look", u"primary")
        self.save_button.setProperty(u"icon_name", u"check")

        self.layout_12.addWidget(self.save_button)


        self.layout_13.addLayout(self.layout_12)

        self.layout_13.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.full_name_label.setBuddy(self.full_name_edit)
        self.known_as_label.setBuddy(self.known_as_edit)
        self.pronouns_label.setBuddy(self.pronouns_edit)
        self.email_label.setBuddy(self.email_edit)
        self.phone_label.setBuddy(self.phone_edit)
        self.organisation_label.setBuddy(self.organisation_edit)
        self.role_label.setBuddy(self.role_edit)
        self.sector_label.setBuddy(self.sector_edit)
        self.place_label.setBuddy(self.place_edit)
        self.profession_label.setBuddy(self.profession_edit)
        self.level_label.setBuddy(self.level_edit)
        self.access_needs_label.setBuddy(self.access_needs_edit)
        self.dietary_label.setBuddy(self.dietary_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PersonDialog)

        self.save_button.setDefault(True)


        QMetaObject.connectSlotsByName(PersonDialog)
    # setupUi

    def retranslateUi(self, PersonDialog):
        PersonDialog.setWindowTitle(QCoreApplication.translate("PersonDialog", u"Edit person", None))
        self.heading_label.setText(QCoreApplication.translate("PersonDialog", u"Edit person", None))
        self.hint_label.setText(QCoreApplication.translate("PersonDialog", u"Names are shown and printed exactly as they are written here.", None))
        self.full_name_label.setText(QCoreApplication.translate("PersonDialog", u"&Full name", None))
        self.error_label.setText("")
        self.known_as_label.setText(QCoreApplication.translate("PersonDialog", u"&Known as", None))
        self.pronouns_label.setText(QCoreApplication.translate("PersonDialog", u"&Pronouns", None))
        self.email_label.setText(QCoreApplication.translate("PersonDialog", u"E-&mail", None))
        self.phone_label.setText(QCoreApplication.translate("PersonDialog", u"P&hone", None))
        self.organisation_label.setText(QCoreApplication.translate("PersonDialog", u"&Organisation", None))
        self.role_label.setText(QCoreApplication.translate("PersonDialog", u"&Role", None))
        self.sector_label.setText(QCoreApplication.translate("PersonDialog", u"Se&ctor", None))
        self.place_label.setText(QCoreApplication.translate("PersonDialog", u"Place of &work", None))
        self.profession_label.setText(QCoreApplication.translate("PersonDialog", u"Professional &group", None))
        self.level_label.setText(QCoreApplication.translate("PersonDialog", u"Le&vel", None))
        self.access_needs_label.setText(QCoreApplication.translate("PersonDialog", u"&Access needs", None))
        self.dietary_label.setText(QCoreApplication.translate("PersonDialog", u"&Dietary needs", None))
        self.consent_label.setText("")
        self.rights_button.setText(QCoreApplication.translate("PersonDialog", u"&Their data", None))
#if QT_CONFIG(tooltip)
        self.rights_button.setToolTip(QCoreApplication.translate("PersonDialog", u"Consents, a copy of everything held, erasure", None))
#endif // QT_CONFIG(tooltip)
        self.place_button.setText(QCoreApplication.translate("PersonDialog", u"Their p&lace", None))
#if QT_CONFIG(tooltip)
        self.place_button.setToolTip(QCoreApplication.translate("PersonDialog", u"Status, ticket and note for the desk at this event", None))
#endif // QT_CONFIG(tooltip)
        self.cancel_button.setText(QCoreApplication.translate("PersonDialog", u"Cancel", None))
        self.save_button.setText(QCoreApplication.translate("PersonDialog", u"&Save", None))
    # retranslateUi

