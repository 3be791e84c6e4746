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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_PersonDialog(object):
    def setupUi(self, PersonDialog):
        if not PersonDialog.objectName():
            PersonDialog.setObjectName(u"PersonDialog")
        PersonDialog.resize(560, 472)
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

        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(5)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.full_name_label = QLabel(PersonDialog)
        self.full_name_label.setObjectName(u"full_name_label")
        self.full_name_label.setProperty(u"look", u"field")

        self.layout_2.addWidget(self.full_name_label)

        self.full_name_edit = QLineEdit(PersonDialog)
        self.full_name_edit.setObjectName(u"full_name_edit")

        self.layout_2.addWidget(self.full_name_edit)

        self.error_label = QLabel(PersonDialog)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setWordWrap(True)
        self.error_label.setProperty(u"tone", u"bad")
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.error_label)


        self.layout_13.addLayout(self.layout_2)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(12)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(5)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.known_as_label = QLabel(PersonDialog)
        self.known_as_label.setObjectName(u"known_as_label")
        self.known_as_label.setProperty(u"look", u"field")

        self.layout_4.addWidget(self.known_as_label)

        self.known_as_edit = QLineEdit(PersonDialog)
        self.known_as_edit.setObjectName(u"known_as_edit")

        self.layout_4.addWidget(self.known_as_edit)


        self.layout_3.addLayout(self.layout_4)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(5)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.pronouns_label = QLabel(PersonDialog)
        self.pronouns_label.setObjectName(u"pronouns_label")
        self.pronouns_label.setProperty(u"look", u"field")

        self.layout_5.addWidget(self.pronouns_label)

        self.pronouns_edit = QLineEdit(PersonDialog)
        self.pronouns_edit.setObjectName(u"pronouns_edit")

        self.layout_5.addWidget(self.pronouns_edit)


        self.layout_3.addLayout(self.layout_5)

        self.layout_3.setStretch(0, 1)
        self.layout_3.setStretch(1, 1)

        self.layout_13.addLayout(self.layout_3)

        self.layout_6 = QVBoxLayout()
        self.layout_6.setSpacing(5)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.email_label = QLabel(PersonDialog)
        self.email_label.setObjectName(u"email_label")
        self.email_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.email_label)

        self.email_edit = QLineEdit(PersonDialog)
        self.email_edit.setObjectName(u"email_edit")

        self.layout_6.addWidget(self.email_edit)


        self.layout_13.addLayout(self.layout_6)

        self.layout_7 = QHBoxLayout()
        self.layout_7.setSpacing(12)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.layout_8 = QVBoxLayout()
        self.layout_8.setSpacing(5)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(0, 0, 0, 0)
        self.access_needs_label = QLabel(PersonDialog)
        self.access_needs_label.setObjectName(u"access_needs_label")
        self.access_needs_label.setProperty(u"look", u"field")

        self.layout_8.addWidget(self.access_needs_label)

        self.access_needs_edit = QPlainTextEdit(PersonDialog)
        self.access_needs_edit.setObjectName(u"access_needs_edit")
        self.access_needs_edit.setTabChangesFocus(True)

        self.layout_8.addWidget(self.access_needs_edit)


        self.layout_7.addLayout(self.layout_8)

        self.layout_9 = QVBoxLayout()
        self.layout_9.setSpacing(5)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.dietary_label = QLabel(PersonDialog)
        self.dietary_label.setObjectName(u"dietary_label")
        self.dietary_label.setProperty(u"look", u"field")

        self.layout_9.addWidget(self.dietary_label)

        self.dietary_edit = QPlainTextEdit(PersonDialog)
        self.dietary_edit.setObjectName(u"dietary_edit")
        self.dietary_edit.setTabChangesFocus(True)

        self.layout_9.addWidget(self.dietary_edit)


        self.layout_7.addLayout(self.layout_9)

        self.layout_7.setStretch(0, 1)
        self.layout_7.setStretch(1, 1)

        self.layout_13.addLayout(self.layout_7)

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

        self.layout_13.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.full_name_label.setBuddy(self.full_name_edit)
        self.known_as_label.setBuddy(self.known_as_edit)
        self.pronouns_label.setBuddy(self.pronouns_edit)
        self.email_label.setBuddy(self.email_edit)
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

