-- A gallery's counters follow its photos by themselves, so that no page has to count.
CREATE TRIGGER photos_added AFTER INSERT ON photos BEGIN
  UPDATE galleries SET
    photo_count = photo_count + 1,
    ready_count = ready_count + (NEW.status = 'ready'),
    failed_count = failed_count + (NEW.status = 'failed')
  WHERE id = NEW.gallery_id;
END;
--> statement-breakpoint
CREATE TRIGGER photos_removed AFTER DELETE ON photos BEGIN
  UPDATE galleries SET
    photo_count = photo_count - 1,
    ready_count = ready_count - (OLD.status = 'ready'),
    failed_count = failed_count - (OLD.status = 'failed')
  WHERE id = OLD.gallery_id;
END;
--> statement-breakpoint
CREATE TRIGGER photos_changed AFTER UPDATE OF status ON photos WHEN OLD.status <> NEW.status BEGIN
  UPDATE galleries SET
    ready_count = ready_count + (NEW.status = 'ready') - (OLD.status = 'ready'),
    failed_count = failed_count + (NEW.status = 'failed') - (OLD.status = 'failed')
  WHERE id = NEW.gallery_id;
END;
