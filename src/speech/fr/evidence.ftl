# Pourquoi une pièce ne se lit pas ici, et que faire.

evidence-too-large-file = Cette pièce dépasse { $limit } Mio. « o » l’ouvre en dehors.
evidence-too-large-unpacked = Une fois décompressée, cette pièce dépasse { $limit } Mio ; la lecture s’est arrêtée là. « o » l’ouvre en dehors.
evidence-too-large-pixels = Cette image dépasse { $limit } millions de pixels. « o » l’ouvre en dehors.
evidence-encrypted = Cette pièce est protégée par un mot de passe. « o » l’ouvre en dehors, qui le demandera.
evidence-malformed = Cette pièce n’est pas un fichier { $format } lisible : elle est abîmée ou incomplète. « o » tente de l’ouvrir en dehors.
evidence-no-text = Cette pièce ne contient pas de texte : sans doute une image ou un document numérisé. Regardez-la en image, ou « o » l’ouvre en dehors.
evidence-unsupported = Le format « { $kind } » ne se lit pas ici. « o » l’ouvre en dehors.
evidence-cancelled = Lecture interrompue. Revenez sur la pièce pour la reprendre, ou « o » l’ouvre en dehors.
evidence-hostile-entities = Cette pièce déclare des entités XML, ce qu’un document ordinaire ne fait pas. Elle n’a pas été lue ; « o » l’ouvre en dehors : seulement si vous savez d’où elle vient.
evidence-hostile-endless = Cette pièce est faite pour ne jamais finir de se lire. Elle n’a pas été lue ; « o » l’ouvre en dehors : seulement si vous savez d’où elle vient.
evidence-hostile-crash = La lecture de cette pièce a échoué d’une façon qu’un document ordinaire ne provoque pas. « o » l’ouvre en dehors : seulement si vous savez d’où elle vient.
evidence-slow = Lire cette pièce a pris plus de { $seconds } s ; la lecture s’est arrêtée là. « o » l’ouvre en dehors.
