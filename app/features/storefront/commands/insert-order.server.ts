import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { newId } from "../../../lib/ids";
import type { Studio } from "../../../tenancy/studio";
import type { Address } from "../model/address";
import type { Provider } from "../model/money-states";
import type { PricedCart } from "../model/price-cart";
import type { LineKind, Product } from "../model/products";
import { orderLines, orders } from "../schema";

/** Who and where an order is for, beside what it consists of. */
export interface OrderHead {
  id: string;
  galleryId: string;
  clientId: SQL<string>;
  email: string;
  address: Address | null;
  country: string | null;
  consented: boolean;
  cartId: string | null;
  buyerTokenHash: string;
  /** How it is paid. */
  provider: Provider;
  payUntil: number;
}

/** What an order consists of and what it costs; each item is the line at its place. */
export interface OrderContent {
  priced: PricedCart;
  items: readonly {
    product: Pick<Product, "name" | "dimensions" | "finish" | "fileSize" | "cost"> & { kind: LineKind };
    photo: { id: string; filename: string } | null;
  }[];
}

/** The statements that write an order down: everything it will ever be asked about, as it is at this moment. */
export function orderRows(
  { db, clock }: Pick<Studio, "db" | "clock">,
  head: OrderHead,
  { priced, items }: OrderContent,
): [BatchItem<"sqlite">, BatchItem<"sqlite">] {
  const { consented, address, ...row } = head;
  const now = clock.now();
  const { shipping } = priced;
  const insertOrder = db.insert(orders).values({
    ...row,
    currency: priced.currency,
    totalAmount: priced.total,
    taxAmount: priced.taxAmount,
    taxIncluded: priced.taxIncluded,
    shippingName: shipping?.name ?? null,
    shippingAmount: shipping?.amount ?? 0,
    shippingTaxName: shipping?.tax.name ?? "",
    shippingTaxRate: shipping?.tax.rate ?? 0,
    shippingTaxAmount: shipping?.tax.amount ?? 0,
    address: address && JSON.stringify(address),
    consentedAt: consented ? now : null,
    createdAt: now,
  });
  const lines = priced.lines.map((line, position) => {
    const item = items[position];
    return {
      id: newId("line"),
      position,
      kind: item?.product.kind,
      name: item?.product.name,
      detail: [item?.product.dimensions, item?.product.finish].filter(Boolean).join(", "),
      photoId: item?.photo?.id ?? null,
      filename: item?.photo?.filename ?? "",
      fileSize: item?.product.fileSize ?? null,
      quantity: line.quantity,
      unit: line.unit,
      amount: line.amount,
      cost: item?.product.cost ?? 0,
      taxClass: line.taxClass,
      taxName: line.tax.name,
      taxRate: line.tax.rate,
      taxAmount: line.tax.amount,
      trail: JSON.stringify(line.trail),
    };
  });
  const of = (name: keyof (typeof lines)[number]) => sql`value ->> ${`$.${name}`}`;
  return [
    insertOrder,
    db.run(sql`
      insert into ${orderLines} (id, order_id, position, kind, name, detail, photo_id, filename, file_size, quantity,
        unit_amount, amount, unit_cost, tax_class, tax_name, tax_rate, tax_amount, trail)
      select ${of("id")}, ${head.id}, ${of("position")}, ${of("kind")}, ${of("name")}, ${of("detail")},
        ${of("photoId")}, ${of("filename")}, ${of("fileSize")}, ${of("quantity")}, ${of("unit")}, ${of("amount")},
        ${of("cost")}, ${of("taxClass")}, ${of("taxName")}, ${of("taxRate")}, ${of("taxAmount")}, ${of("trail")}
      from json_each(${JSON.stringify(lines)})`),
  ];
}
