# Why a piece of evidence can't be read here, and what to do.

evidence-too-large-file = This evidence is over { $limit } MiB. “o” opens it outside.
evidence-too-large-unpacked = Unpacked, this evidence is over { $limit } MiB; reading stopped there. “o” opens it outside.
evidence-too-large-pixels = This picture is over { $limit } million pixels. “o” opens it outside.
evidence-encrypted = This evidence is protected by a password. “o” opens it outside, where it will be asked for.
evidence-malformed = This evidence is not a readable { $format } file: it is damaged or incomplete. “o” tries to open it outside.
evidence-no-text = This evidence holds no text: a picture or a scanned document, most likely. Look at it as a picture, or “o” opens it outside.
evidence-unsupported = The format “{ $kind }” is not read here. “o” opens it outside.
evidence-cancelled = Reading stopped. Come back to the evidence to read it again, or “o” opens it outside.
evidence-hostile-entities = This evidence declares XML entities, which an ordinary document does not. It was not read; “o” opens it outside: only if you know where it comes from.
evidence-hostile-endless = This evidence is made so that reading it never ends. It was not read; “o” opens it outside: only if you know where it comes from.
evidence-hostile-crash = Reading this evidence failed in a way that an ordinary document does not cause. “o” opens it outside: only if you know where it comes from.
evidence-slow = Reading this file took more than { $seconds } s and was stopped there. “o” opens it outside.
