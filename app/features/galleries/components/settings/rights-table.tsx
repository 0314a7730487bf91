import { useWords } from "../../../../ui/locale";
import { Table } from "../../../../ui/table";
import { workspaceWords } from "../../messages/workspace-words";
import { downloadRights, type GalleryRights, type GalleryRole, galleryRoles } from "../../model/roles";
import { PlainSelect } from "../plain-select";

const boxes = ["favourite", "buy", "share", "hide"] as const;

/** What each role may do: a row for each, a box for each right. */
export function RightsTable({ rights }: { rights: GalleryRights }) {
  const words = useWords(workspaceWords).settings;
  const box = (role: GalleryRole, right: (typeof boxes)[number]) => (
    <input
      type="checkbox"
      name={`${role}-${right}`}
      defaultChecked={rights[role][right]}
      aria-label={words.rightOf(words.right[right], words.roles[role])}
      className="tick"
    />
  );
  return (
    <section aria-labelledby="rights">
      <h3 id="rights" className="font-sans text-sm font-medium">
        {words.rights}
      </h3>
      <p className="text-muted mb-3 text-sm">{words.rightsText}</p>
      <Table
        caption={words.rights}
        captionHidden
        rows={galleryRoles}
        rowKey={(role) => role}
        columns={[
          { key: "role", header: words.role, primary: true, cell: (role) => words.roles[role] },
          {
            key: "download",
            header: words.right.download,
            cell: (role) => (
              <PlainSelect
                name={`${role}-download`}
                defaultValue={rights[role].download}
                aria-label={words.rightOf(words.right.download, words.roles[role])}
                className="min-w-36"
                options={downloadRights.map((size) => ({ value: size, label: words.downloads[size] }))}
              />
            ),
          },
          ...boxes.map((right) => ({
            key: right,
            header: words.right[right],
            cell: (role: GalleryRole) => box(role, right),
          })),
        ]}
      />
    </section>
  );
}
