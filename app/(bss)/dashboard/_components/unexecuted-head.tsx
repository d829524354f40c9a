/** Heads the columns of the Unexecuted Orders, in one list and by gate. */
export function UnexecutedHead() {
  return (
    <thead>
      <tr>
        <th scope="col">Order</th>
        <th scope="col">Account</th>
        <th scope="col" data-priority="medium">
          Source
        </th>
        <th scope="col" data-priority="medium">
          Order date
        </th>
        <th scope="col" data-align="end">
          Age
        </th>
        <th scope="col">Progress</th>
        <th scope="col" data-align="end">
          Total
        </th>
        <th scope="col">Held by</th>
      </tr>
    </thead>
  );
}
