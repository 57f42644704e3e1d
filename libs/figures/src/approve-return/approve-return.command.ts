import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { ID, ID_MESSAGE, MOST_REASON } from '../body';
import { FiguresCommand } from '../write-book';
import { HeldReturns } from './held-returns';

/** Which draft. */
export class DraftBody {
  /** The area whose figures the draft is about. */
  @Matches(ID, { message: ID_MESSAGE })
  @Length(1, 60)
  area!: string;

  /** The draft's id: that of the command that was sent. */
  @IsUUID()
  draft!: string;
}

export class RejectReturnBody extends DraftBody {
  /** Why, for the one who sent it. Free text; sealed before it is kept. */
  @Matches(/\S/, { message: 'Say why it should not be recorded.' })
  @MaxLength(MOST_REASON)
  reason!: string;
}

export class ApproveReturn extends FiguresCommand<DraftBody> {}
export class RejectReturn extends FiguresCommand<RejectReturnBody> {}
export class WithdrawDraft extends FiguresCommand<DraftBody> {}

export const approveReturnCommand = {
  name: 'approve-return',
  title: 'Approve a draft that a colleague sent, and so put it on record',
  body: DraftBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof ApproveReturn>) => new ApproveReturn(...of),
};

export const rejectReturnCommand = {
  name: 'reject-return',
  title: 'Reject a draft that a colleague sent: nothing of it is recorded, and its texts are erased',
  body: RejectReturnBody,
  sealed: ['/reason'],
  make: (...of: ConstructorParameters<typeof RejectReturn>) => new RejectReturn(...of),
};

export const withdrawDraftCommand = {
  name: 'withdraw-draft',
  title: 'Withdraw a draft of your own before it is approved',
  body: DraftBody,
  sealed: [],
  make: (...of: ConstructorParameters<typeof WithdrawDraft>) => new WithdrawDraft(...of),
};

@CommandHandler(ApproveReturn)
export class ApproveReturnHandler implements ICommandHandler<ApproveReturn> {
  constructor(private readonly held: HeldReturns) {}

  execute({ body, by }: ApproveReturn) {
    return this.held.approve(body, by);
  }
}

@CommandHandler(RejectReturn)
export class RejectReturnHandler implements ICommandHandler<RejectReturn> {
  constructor(private readonly held: HeldReturns) {}

  execute({ id, body, by }: RejectReturn) {
    return this.held.reject(body, by, id);
  }
}

@CommandHandler(WithdrawDraft)
export class WithdrawDraftHandler implements ICommandHandler<WithdrawDraft> {
  constructor(private readonly held: HeldReturns) {}

  execute({ id, body, by }: WithdrawDraft) {
    return this.held.withdraw(body, by, id);
  }
}
